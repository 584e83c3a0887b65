/// Elementary functions that give the same bits on every machine.
///
/// They are built from addition, subtraction, multiplication, division and the square root, which
/// IEEE 754 rounds the same everywhere; the C library's functions differ in the last digit between
/// versions and processors. Nothing here may be contracted to fused multiply-add.
///
/// Three habits keep the functions accurate and monotone. Arguments are reduced to a distance from
/// the nearest entry of a table by operations that are exact or monotone. The value is the entry
/// plus a short correction, so that nearly all of the error comes from the one final addition. And
/// where an argument's neighbour changes the value by less than its last digit, the correction's
/// own error is far smaller than that change. Errors are stated in units in the last place of the
/// result (ulp), as measured against references of more than 100 bits by scripts/check-elementary.
///
/// Special values follow C99, Annex F. A NaN gives a NaN.
public enum Elementary {}
