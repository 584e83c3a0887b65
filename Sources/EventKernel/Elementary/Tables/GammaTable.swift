// Written by scripts/make-elementary-tables; change that instead.
// swift-format-ignore-file

/// The logarithm of the gamma function near its zeros, between 1.25 and 8, and beyond.
enum GammaTable {
    /// Euler's constant.
    static let eulerHead = 0x1.2788cfc6fb619p-1

    /// What `eulerHead` leaves of Euler's constant.
    static let eulerTail = -0x1.6cb90701fbfabp-58

    /// 1 - Euler's constant.
    static let oneMinusEulerHead = 0x1.b0ee6072093cep-2

    /// What `oneMinusEulerHead` leaves.
    static let oneMinusEulerTail = 0x1.6cb90701fbfabp-58

    /// (ln(2π) - 1) / 2.
    static let stirlingHead = 0x1.acfe390c97d69p-2

    /// What `stirlingHead` leaves.
    static let stirlingTail = 0x1.3494bc9001442p-56

    /// (lnΓ(1 + t) / t + Euler's constant) / t for |t| up to 1/4.
    static let nearOne: [Double] = [
        0x1.a51a6625307d3p-1, -0x1.9a4d55beab2d7p-2, 0x1.151322ac7d84ep-2, -0x1.a8b9c17aa6155p-3,
        0x1.5b40cb100a9c3p-3, -0x1.2703a1dce8b7ep-3, 0x1.010b36b0c86b8p-3, -0x1.c806706fc0e09p-4,
        0x1.9a01e2816560dp-4, -0x1.748c3217ecb49p-4, 0x1.556b12858caf3p-4, -0x1.3b1dd0e28bcc8p-4,
        0x1.248e65125dc59p-4, -0x1.110b165ce2d97p-4, 0x1.00bcbccdaf0ffp-4, -0x1.e34a4d9c25610p-5,
        0x1.b3b3ba4228f74p-5, -0x1.9c9391ca27e52p-5, 0x1.11f928f3cb2d8p-4, -0x1.0541768754d08p-4,
    ]

    /// (lnΓ(2 + t) / t - 1 + Euler's constant) / t for |t| up to 1/4.
    static let nearTwo: [Double] = [
        0x1.4a34cc4a60fa6p-2, -0x1.13e001a557607p-4, 0x1.51322ac7d8484p-6, -0x1.e404fc218f194p-8,
        0x1.7add6eadb6811p-9, -0x1.38ac5c2cb5177p-10, 0x1.0b36af86eb2f5p-11, -0x1.d3fd4ab7c9a1bp-13,
        0x1.a127af4b4e2b4p-14, -0x1.78df6c0deee61p-15, 0x1.580ecff96d121p-16,
        -0x1.3c6402d90218cp-17, 0x1.2543fdd20f5a0p-18, -0x1.204c71a6a758bp-19,
        0x1.0e2e2a3e9a68cp-20,
    ]

    /// x times what Stirling's formula leaves, in 1/x², for x from 8.
    static let stirling: [Double] = [
        0x1.5555555555555p-4, -0x1.6c16c16c16b29p-9, 0x1.a01a019ee0dbep-11, -0x1.38137ec070146p-11,
        0x1.b94f6d659214dp-11, -0x1.f5ff2fdcde511p-10, 0x1.96db406143a31p-8, -0x1.55b3a71b46db0p-6,
    ]

    /// Centre and row of `Pieces` for each sixteenth from 1.25 to 1.75.
    /// 
    /// The piece around the minimum is centred there, which keeps both sides monotone.
    static let middle: [Double] = [
        1.28125, -0x1.ad449f1a728f4p-4, -0x1.345e1ca8fd2bep-58, -0x1.867ec51ca057fp-3,
        0x1.283b4568c674ap-1, -0x1.a8ddfe433574ap-3, 0x1.b0bb6dbe69681p-4, -0x1.fb3cdf17dff66p-5,
        0x1.3fbc1702ffa72p-5, -0x1.a4e87620a3a09p-6, 0x1.1cf94060f15d3p-6, -0x1.8a09cf0bb0d44p-7,
        0x1.14157e154558fp-7, 1.34375, -0x1.d50617d77351fp-4, -0x1.58e6153a4923ap-58,
        -0x1.ee5004ce253f2p-4, 0x1.1582b51840077p-1, -0x1.775d7a567ecabp-3, 0x1.6a03d076e1a92p-4,
        -0x1.92d3ace3e57edp-5, 0x1.e2db9c793484ap-6, -0x1.2e7f86ea4c253p-6, 0x1.861ce9c8f3057p-7,
        -0x1.00f31ef0d5897p-7, 0x1.57294c318566ap-8, 1.40625, -0x1.eb6c90497fa60p-4,
        -0x1.5de2a261a0b37p-58, -0x1.c28586ccf2c94p-5, 0x1.04eaf084999abp-1, -0x1.4dc57a36b7356p-3,
        0x1.318c708bc00e5p-4, -0x1.437a846689098p-5, 0x1.7177eb97abf55p-6, -0x1.b98a7654804d7p-7,
        0x1.0fbcbf47c3520p-7, -0x1.55c216fdabbefp-8, 0x1.b3ecb4bb9b91bp-9, 0x1.762d86356be3fp+0,
        -0x1.f19b9bcc38a42p-4, 0x1.f095c88d5a6cdp-59, -0x1.aa2bc75fa7f9dp-54, 0x1.ef72bc8ee38acp-2,
        -0x1.2e4278dc6bc27p-3, 0x1.08b4294d50691p-4, -0x1.0c9a8df4fe3bfp-5, 0x1.266e79698df04p-6,
        -0x1.51f9fba6198b3p-7, 0x1.8fd02db5bf2c9p-8, -0x1.e2fba1cbaa8dcp-9, 0x1.1bb0ee933f945p-9,
        1.53125, -0x1.e8336555faa31p-4, 0x1.d7d0e1cc250c4p-58, 0x1.0b7d2388f152dp-4,
        0x1.d1b390acc4578p-2, -0x1.0c6d0a363d303p-3, 0x1.bdb0c57fcabb7p-5, -0x1.adb2617b752b4p-6,
        0x1.c032b3171575bp-7, -0x1.ea1073a1f182ap-8, 0x1.144a88cf7fa06p-8, -0x1.3e8b362e55f9cp-9,
        0x1.74bd86939d22dp-10, 1.59375, -0x1.d0557a2439192p-4, -0x1.c7f471b2f51b1p-60,
        0x1.ee420ed009ad2p-4, 0x1.b9c79bd274113p-2, -0x1.e5142871e9988p-4, 0x1.80a081cd9b7f3p-5,
        -0x1.62d632ca24bddp-6, 0x1.629cbb53a2bd6p-7, -0x1.73d303997dddbp-8, 0x1.924bfa98ad329p-9,
        -0x1.bd361c19f044dp-10, 0x1.f43bd7637cc53p-11, 1.65625, -0x1.aaa7d11aa1c5bp-4,
        0x1.b5ca374cd8f26p-61, 0x1.62d2846390cf2p-3, 0x1.a41de4de21194p-2, -0x1.b842cac3332e0p-4,
        0x1.4e01a28b6df71p-5, -0x1.2755aabaf17b2p-6, 0x1.1b3a762db02a1p-7, -0x1.1d395844dfe55p-8,
        0x1.2890309f7b93dp-9, -0x1.3b828eb63c78ap-10, 0x1.54ea1234c4fd3p-11, 1.71875,
        -0x1.77d7eaa195b22p-4, -0x1.ca8ec39fc83c8p-60, 0x1.c959c756c8465p-3, 0x1.906a3a6669243p-2,
        -0x1.913afc8292677p-4, 0x1.23b9256f343aep-5, -0x1.ef36ef69e80fcp-7, 0x1.c86661ca2f97cp-8,
        -0x1.ba0e5bd15f9e2p-9, 0x1.ba5312a0332d2p-10, -0x1.c5069e249716ep-11, 0x1.d765e9f540efbp-12,
    ]

    /// Rows of `Pieces` from 2.25 to 8.
    static let pieces: [Double] = [
        0x1.4b3a46906fd4dp-3, -0x1.f47c605f102a6p-58, 0x1.36ae620399266p-1, 0x1.13f273c746d92p-2,
        -0x1.845178ab39670p-5, 0x1.922c8d58dfbbap-7, -0x1.eb808a18e6266p-9, 0x1.48c51746bcd97p-10,
        -0x1.d11313dd18ce4p-12, 0x1.556326f7146a4p-13, -0x1.0196637261ddap-14,
        0x1.8ba1a3b3fe701p-16, 0x1.ef02046f5a01cp-3, 0x1.2f642d2ba85e5p-57, 0x1.58157282346fbp-1,
        0x1.02da32c301ae4p-2, -0x1.567951f9abe09p-5, 0x1.4e1968fe0b5b7p-7, -0x1.812e35c7d745bp-9,
        0x1.e6b486d0b8dc8p-11, -0x1.4574ef09290adp-12, 0x1.c4131313249f7p-14,
        -0x1.42e2c2e21bfacp-15, 0x1.d5baf2950dd93p-17, 0x1.517d015088e45p-2, 0x1.9924cea2a69a5p-56,
        0x1.7779dbba397fep-1, 0x1.e771c364a7316p-3, -0x1.30323f5c72a55p-5, 0x1.1867a63defd9bp-7,
        -0x1.31de7264929e0p-9, 0x1.6e1334835c412p-11, -0x1.d0226568eee64p-13, 0x1.31d01838eb722p-14,
        -0x1.9e9cba7364187p-16, 0x1.1e67d45f0e1d8p-17, 0x1.b317e03a48bb9p-2, -0x1.4ac5baf74f486p-58,
        0x1.95153a026a7d5p-1, 0x1.cc7b08b2c6f20p-3, -0x1.0fec7c1826771p-5, 0x1.db08f1731a5b6p-8,
        -0x1.eb96d12c17b08p-10, 0x1.175afc987f773p-11, -0x1.509c97fd6ee9ep-13,
        0x1.a5d8b9867fb17p-15, -0x1.10116f282c121p-16, 0x1.65ce6b82272fdp-18, 0x1.0df2cc889ec80p-1,
        -0x1.054a23f281da1p-58, 0x1.b1181ba78d53dp-1, 0x1.b44ee8a7c698ap-3, -0x1.e8f2f04755065p-6,
        0x1.95bde655e5ebcp-8, -0x1.8f50e4d959404p-10, 0x1.affcfc07cda6dp-12, -0x1.efd40ea29a639p-14,
        0x1.28203da812b26p-15, -0x1.6c361dafc4b7fp-17, 0x1.c8f258af1b913p-19, 0x1.45c2ac4feb693p-1,
        0x1.d970e51deedc8p-55, 0x1.cbabca18de520p-1, 0x1.9e84fb773077bp-3, -0x1.b9e1fd92a527bp-6,
        0x1.5d2f1a4dbbf67p-8, -0x1.478e32ed935f2p-10, 0x1.5205ce3cd0808p-12, -0x1.7256d9faf1afep-14,
        0x1.a67c1c5a6279fp-16, -0x1.f077337f92a45p-18, 0x1.29b26f0c70d5cp-19, 0x1.80cfed6f13f7fp-1,
        0x1.6ceee1870be18p-55, 0x1.e4f3a886fe71bp-1, 0x1.8ac8128cbf633p-3, -0x1.913d2b326599dp-6,
        0x1.2e95f9dbd2adap-8, -0x1.0f1abe9eaa384p-10, 0x1.0b66ce9673a39p-12, -0x1.182fc93c13c49p-14,
        0x1.31da151d1ad08p-16, -0x1.5807d13635403p-18, 0x1.8b19d9bc69818p-20, 0x1.bef30a698fb25p-1,
        -0x1.ec2da817b989ap-56, 0x1.fd0e443dabde7p-1, 0x1.78d205cf8eaacp-3, -0x1.6de8abe50b7aap-6,
        0x1.07dcdad29ea59p-8, -0x1.c47500bbebaa0p-11, 0x1.ab54e988116aep-13, -0x1.acfdff36bfcf8p-15,
        0x1.c0de61311c402p-17, -0x1.e42001dde9615p-19, 0x1.0aaa3fc2ff119p-20, 0x1.000406ba1fb46p+0,
        -0x1.8e525ee08a063p-54, 0x1.0a0b1554d37e7p+0, 0x1.68688d0cc6eafp-3, -0x1.4f02fe01a174bp-6,
        0x1.cedbd9b7dc4e2p-9, -0x1.7c6ad46b7bca5p-11, 0x1.589f5150e2264p-13, -0x1.4c00efc18deb4p-15,
        0x1.4d8441d25a6adp-17, -0x1.5975c1bef8984p-19, 0x1.6da12762b4a1cp-21, 0x1.21f70dbfa5bd2p+0,
        -0x1.340069330896fp-54, 0x1.151149aa20c84p+0, 0x1.595adb010c482p-3, -0x1.33d733396fa82p-6,
        0x1.98221855f21ddp-9, -0x1.4214058b45298p-11, 0x1.184c9c62345cep-13, -0x1.0389988a7f0cbp-15,
        0x1.f55ebb4e7a648p-18, -0x1.f37bc7aa04364p-20, 0x1.fca05e4b42ceap-22, 0x1.45438926b084ep+0,
        0x1.17e64fcbab720p-54, 0x1.1fa3f41b8d23ep+0, 0x1.4b7fc62268251p-3, -0x1.1bd2d38459bfap-6,
        0x1.69a72d8f726cep-9, -0x1.1271c54fc9792p-11, 0x1.cb935a95196cbp-14, -0x1.9992c184e426bp-16,
        0x1.7ce8004b86e65p-18, -0x1.6d7a137d900bap-20, 0x1.668e9365c5334p-22, 0x1.69db9af1e8732p+0,
        -0x1.b1a335013d6dcp-59, 0x1.29cc1a0729567p+0, 0x1.3eb45a8631f84p-3, -0x1.067e51253922dp-6,
        0x1.41ee326e3826ep-9, -0x1.d6821c4635958p-12, 0x1.7b8713e0e14b1p-14, -0x1.45faeb4f03bdcp-16,
        0x1.2447e4e9117b1p-18, -0x1.0e71c4f161aa6p-20, 0x1.ffe311aa8e6d1p-23, 0x1.8fb27539815aap+0,
        0x1.5656c97a5fc5cp-55, 0x1.3391be2ecc5a4p+0, 0x1.32dabaa37a3d2p-3, -0x1.e6eead4b29a51p-7,
        0x1.1fc973db42e0bp-9, -0x1.959027b9cad34p-12, 0x1.3b9111b28bd4ap-14, -0x1.058c458c8951bp-16,
        0x1.c4bb71ea2de14p-19, -0x1.9475df76dc9c9p-21, 0x1.71ad47d16f3f2p-23, 0x1.b6bc3c3acc8d8p+0,
        0x1.aa407f9db56a8p-59, 0x1.3cfc05babb6a6p+0, 0x1.27d93be6717b4p-3, -0x1.c4d8dddbc5d30p-7,
        0x1.0247f60421a47p-9, -0x1.5f64ed481a0a9p-12, 0x1.080f3377f6677p-14, -0x1.a6df68d946c7bp-17,
        0x1.61af39c8eb8cap-19, -0x1.316b4f65f1899p-21, 0x1.0de674a76053fp-23, 0x1.f37280ef6ef35p+0,
        -0x1.5c779d0b3172ep-54, 0x1.4a7df527278ddp+0, 0x1.18bc88c31bd1dp-3, -0x1.98065917ef9b2p-7,
        0x1.ba3366d78af74p-10, -0x1.1df31154aaf6bp-12, 0x1.98bb88177b324p-15,
        -0x1.376787d020687p-17, 0x1.efd7e185a4a78p-20, -0x1.983e8eef48cc6p-22,
        0x1.57a85643d65cdp-24, 0x1.241b90aee4eddp+1, -0x1.282e7fcf64d5cp-53, 0x1.5b774f4d53be3p+0,
        0x1.06d2f3610dc68p-3, -0x1.65dfcc60b1367p-7, 0x1.6b9b5a6a25b6fp-10, -0x1.b92244cdbca1bp-13,
        0x1.27ec01dfa0322p-15, -0x1.a7744393d7b63p-18, 0x1.3cbfd467f91c7p-20,
        -0x1.ea2926a5c55d5p-23, 0x1.83fc06c62ecffp-25, 0x1.508be1d8bc706p+1, 0x1.3e334db40da96p-53,
        0x1.6b63b7629b6e0p+0, 0x1.ee19e81b2a257p-4, -0x1.3c65786771f51p-7, 0x1.2e85c041e958cp-10,
        -0x1.59947e42c9634p-13, 0x1.b4c45648b0432p-16, -0x1.26840bc2dfb39p-18,
        0x1.9f6b36611916ep-21, -0x1.2f1d27285a74ap-23, 0x1.c4bfeec9e1e24p-26, 0x1.7eea98a778757p+1,
        0x1.b2c93439b4dabp-55, 0x1.7a62671e967ffp+0, 0x1.d21cb07e99ea1p-4, -0x1.19b528617f3a3p-7,
        0x1.fcb0f624e956bp-11, -0x1.127aa79f507aap-13, 0x1.47dbb6f7908e6p-16,
        -0x1.a20aa587e576dp-19, 0x1.16d90d14de9efp-21, -0x1.80f1a9520e4f5p-24,
        0x1.1013c72c15075p-26, 0x1.af1babd1584f8p+1, -0x1.038636e051ea4p-55, 0x1.888d79081fcbep+0,
        0x1.b91ceaf8b34a5p-4, -0x1.f8d0d4f5a5723p-8, 0x1.afb2a32bd9308p-11, -0x1.b96bd1b3e7ba2p-14,
        0x1.f3c69bce9612ep-17, -0x1.2e1d25037c644p-19, 0x1.7e469d8032264p-22,
        -0x1.f49eaec0f1688p-25, 0x1.4fcb0f969b4dbp-27, 0x1.e10611ec2972fp+1, -0x1.49bf73ab41319p-53,
        0x1.95faf787d7667p+0, 0x1.a2a687412ace6p-4, -0x1.c6e0d20aac345p-8, 0x1.7172e622dc807p-11,
        -0x1.66e8a8c506c2cp-14, 0x1.823036fa83d1fp-17, -0x1.bbdc17cb1eddcp-20,
        0x1.0b0828e96360cp-22, -0x1.4c956f63e93e4p-25, 0x1.a878fb72e6f44p-28, 0x1.0a49a664571a8p+2,
        0x1.f09cf6f4d0a08p-55, 0x1.a2bda98c1ee3ap+0, 0x1.8e5bbada46c1dp-4, -0x1.9bfaf7247b3d8p-8,
        0x1.3e95e998ea096p-11, -0x1.26c327878b92bp-14, 0x1.2e2652581f5cfp-17,
        -0x1.4aea4341b0acap-20, 0x1.7b814e1ca94d2p-23, -0x1.c2938e1f82de0p-26,
        0x1.122d5143e45cdp-28, 0x1.24d7859e1f4ddp+2, -0x1.595dbcebd3465p-58, 0x1.aee5af5319c82p+0,
        0x1.7befeb3c1e5fep-4, -0x1.76dc98660a67fp-8, 0x1.14a0133c5a82bp-11, -0x1.e89835b335f3ep-15,
        0x1.de2c1c6deaaefp-18, -0x1.f41ba64031363p-21, 0x1.11e9e59700899p-23,
        -0x1.36ab12b509d8fp-26, 0x1.69467ad5d92f9p-29, 0x1.40236e1b442e9p+2, 0x1.9acc799fbed74p-54,
        0x1.ba80fc2757fddp+0, 0x1.6b23ec5793c42p-4, -0x1.5687ff5b5faccp-8, 0x1.e36990a38be41p-12,
        -0x1.9853a1468ef4ep-15, 0x1.7e4ba53bb9fecp-18, -0x1.7e94799d4cce4p-21,
        0x1.9114152ffc8a2p-24, -0x1.b366561599432p-27, 0x1.e4bd7e95dace5p-30, 0x1.5c24f7acdebe6p+2,
        0x1.6f4969cee7537p-53, 0x1.c59bb60ad1725p+0, 0x1.5bc3302ae0518p-4, -0x1.3a337e85224ecp-8,
        0x1.a8d3f409bab90p-12, -0x1.57db076f833a6p-15, 0x1.348c39bc41083p-18,
        -0x1.27fdba6f20d73p-21, 0x1.298129d2d27edp-24, -0x1.35ac722b4d1b4p-27,
        0x1.4aa6a1f850df4p-30, 0x1.78d4701f980c1p+2, -0x1.f84fc127166b9p-52, 0x1.d04081b9a1bbdp+0,
        0x1.4da1a3d820940p-4, -0x1.213d2a539b23ap-8, 0x1.7752a6c98f977p-12, -0x1.239974243099fp-15,
        0x1.f667da2a28109p-19, -0x1.cec71287d2942p-22, 0x1.beb31e4ce5e32p-25,
        -0x1.be93399cafbf6p-28, 0x1.ca0c795710718p-31, 0x1.962ac520c977ep+2, 0x1.dd7d8ba307c27p-52,
        0x1.da78bfaa3fe8dp+0, 0x1.409a0b73bee1bp-4, -0x1.0b21d113a948dp-8, 0x1.4d35072d09e12p-12,
        -0x1.f1c67c2f522edp-16, 0x1.9c54361e2f909p-19, -0x1.6d4172c0d0beap-22,
        0x1.531b2c1978157p-25, -0x1.4618b7ae7e7d8p-28, 0x1.41c9cc4f797c5p-31, 0x1.b4217192f9a5bp+2,
        0x1.fae0b248e8cecp-55, 0x1.e44cbd75b6084p+0, 0x1.348cbb9da0c62p-4, -0x1.eeec8089a5415p-9,
        0x1.2927731419836p-12, -0x1.ab695ea300d2ap-16, 0x1.54ed2dd32cd32p-19,
        -0x1.22da7ca2a1906p-22, 0x1.0417a33f8a5efp-25, -0x1.e1dab58055170p-29,
        0x1.ca1842ccbea1dp-32, 0x1.d2b26dad896acp+2, 0x1.cd77b070df1a8p-56, 0x1.edc3de32f99a8p+0,
        0x1.295e9961e5242p-4, -0x1.cbc463d31d89ep-9, 0x1.0a1ccd3f3b979p-12, -0x1.7109144f5cff2p-16,
        0x1.1bd7025c67e53p-19, -0x1.d30b834f670ecp-23, 0x1.92cffb18c52e0p-26,
        -0x1.67e6747c85638p-29, 0x1.4a1190838e7b7p-32, 0x1.f1d82166cc95cp+2, 0x1.40ef5ffc3811ep-53,
        0x1.f6e4bbaff8ad5p+0, 0x1.1ef84f5c8c1e5p-4, -0x1.ac38dd9069edfp-9, 0x1.de7c01f11279dp-13,
        -0x1.4047dff1514fep-16, 0x1.dbab0289b55bfp-20, -0x1.79dedfb606d39p-23,
        0x1.3ab6b4da04bf5p-26, -0x1.0f8cf915a81fdp-29, 0x1.e113cd426dc20p-33, 0x1.08c6ac614e05cp+3,
        -0x1.0c20cf0a5d070p-51, 0x1.ffb541fe080e1p+0, 0x1.1545aba733137p-4, -0x1.8fcfa8fbbcacep-9,
        0x1.afbb8ea2f232fp-13, -0x1.174edd43a1c6ap-16, 0x1.90f6bbe7a1d28p-20,
        -0x1.33eaf407fec67p-23, 0x1.efded7b19d3b2p-27, -0x1.9dacea2aaf0d4p-30,
        0x1.625306dae9e03p-33,
    ]

    /// Factorials of 0 to 170, each rounded once.
    static let factorials: [Double] = [
        1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0, 5040.0, 40320.0, 362880.0, 0x1.baf8000000000p+21,
        0x1.308a800000000p+25, 0x1.c8cfc00000000p+28, 0x1.7328cc0000000p+32, 0x1.44c3b28000000p+36,
        0x1.3077775800000p+40, 0x1.3077775800000p+44, 0x1.437eeecd80000p+48, 0x1.6beecca730000p+52,
        0x1.b02b930689000p+56, 0x1.0e1b3be415a00p+61, 0x1.6283be9b5c620p+65, 0x1.e77526159f06cp+69,
        0x1.5e5c335f8a4cep+74, 0x1.06c52687a7b9ap+79, 0x1.9a940c33f6121p+83, 0x1.4d9849ea37eebp+88,
        0x1.19787e5d9f316p+93, 0x1.ec92dd23d6967p+97, 0x1.be6518687a785p+102,
        0x1.a27ec6e1f2d0dp+107, 0x1.956ad0aae33a4p+112, 0x1.956ad0aae33a4p+117,
        0x1.a21627303a541p+122, 0x1.bc3789a33df96p+127, 0x1.e5dcbe8a8bc8cp+132,
        0x1.114c2b2deea0fp+138, 0x1.3c0011ed1bea1p+143, 0x1.774015499125fp+148,
        0x1.c95619f1a8e64p+153, 0x1.1dd5d037098fep+159, 0x1.6e39f2c684406p+164,
        0x1.e0ac0ea48d948p+169, 0x1.42f399d68f1fcp+175, 0x1.bc0ef38704cbbp+180,
        0x1.383a833aef5f3p+186, 0x1.c0d41ca4b818ep+191, 0x1.499bc508f7324p+197,
        0x1.ee69a78d72cb6p+202, 0x1.7a88e4484be3bp+208, 0x1.27baf2587b49ep+214,
        0x1.d751f23d047dcp+219, 0x1.7ef294d193a63p+225, 0x1.3d20e33d8e45ap+231,
        0x1.0b93bfbbf00acp+237, 0x1.cbe5f18b04928p+242, 0x1.92693359a4003p+248,
        0x1.6665b1bbd6102p+254, 0x1.44cc291239feap+260, 0x1.2b6c35dccd76cp+266,
        0x1.18b5727f009f5p+272, 0x1.0b8cf1210c97ep+278, 0x1.0330899804332p+284,
        0x1.fe478ee34844ap+289, 0x1.fe478ee34844ap+295, 0x1.0320568f6ab2ep+302,
        0x1.0b395943e6087p+308, 0x1.17c0097314d0dp+314, 0x1.293c0a0a461dep+320,
        0x1.4074bad313983p+326, 0x1.5e7fac56dd6e8p+332, 0x1.84d5a3305da69p+338,
        0x1.b5705796695b6p+344, 0x1.f2f423e7902c4p+350, 0x1.207524c1df599p+357,
        0x1.5209471331bd0p+363, 0x1.916b0466cb107p+369, 0x1.e2f4c14bac4fcp+375,
        0x1.264d25ca1d009p+382, 0x1.6b473aa57bcccp+388, 0x1.c619094edabffp+394,
        0x1.1f5bd7e3e66d7p+401, 0x1.702dac9bff3c4p+407, 0x1.dd7b3bda4f022p+413,
        0x1.3958df4743d96p+420, 0x1.a02a088aa61cbp+426, 0x1.179c3dbd279b5p+433,
        0x1.7c1863ed21d72p+439, 0x1.0550c4b30743ep+446, 0x1.6b645188f61a6p+452,
        0x1.ff0512a89a152p+458, 0x1.6b4d9b43dd8b0p+465, 0x1.051fc798c73bfp+472,
        0x1.7b722e0a01831p+478, 0x1.16a7d9cf591c4p+485, 0x1.9da1274fc845fp+491,
        0x1.3638dd7bd6347p+498, 0x1.d62e2fafb0a78p+504, 0x1.67fb5c8283404p+511,
        0x1.166c698cf183bp+518, 0x1.b30964ec395dcp+524, 0x1.574569a265440p+531,
        0x1.118b502d68b23p+538, 0x1.b83c3509147ecp+544, 0x1.65b0eb1760a70p+551,
        0x1.256b20d92d490p+558, 0x1.e5f96e67b300ep+564, 0x1.963e824aafa2cp+571,
        0x1.56c4bdef04315p+578, 0x1.23e389bd89920p+585, 0x1.f5af14bdc472fp+591,
        0x1.b30dd3fc905bap+598, 0x1.7cac197cfe503p+605, 0x1.500fee805882dp+612,
        0x1.2b4e306a4ed48p+619, 0x1.0ce83f7f82d2fp+626, 0x1.e764f3171d1e4p+632,
        0x1.bd824633209dbp+639, 0x1.9ab418b722116p+646, 0x1.7dd36efa41ac2p+653,
        0x1.65f6380a9d916p+660, 0x1.5262c0fa08f37p+667, 0x1.42861fee50880p+674,
        0x1.35ece2af0162bp+681, 0x1.2c3d7b998957ap+688, 0x1.25340ab3f01f9p+695,
        0x1.209f3a89205f1p+702, 0x1.1e5dfc140e1e5p+709, 0x1.1e5dfc140e1e5p+716,
        0x1.209ab80c363a9p+723, 0x1.251d22ec67138p+730, 0x1.2bfbd1bdf17dfp+737,
        0x1.355bb04be109ep+744, 0x1.4171452ed7d44p+751, 0x1.5082946d09f23p+758,
        0x1.62e9b88b007d7p+765, 0x1.79185413b0855p+772, 0x1.939c09fd12eebp+779,
        0x1.b3243ac4d8695p+786, 0x1.d88957d1c3026p+793, 0x1.026b1c06b6a55p+801,
        0x1.1ca9fcdf65321p+808, 0x1.3bcc9487d4439p+815, 0x1.60ce8defbf238p+822,
        0x1.8ce85fadb707ep+829, 0x1.c19f3c62c956fp+836, 0x1.006cd07056d39p+844,
        0x1.267cf76103b70p+851, 0x1.54807e082c4b9p+858, 0x1.8c5d92b583900p+865,
        0x1.d07da7ecb62ccp+872, 0x1.11fa1e0c9f746p+880, 0x1.455903aefd5a3p+887,
        0x1.84e466672ad5dp+894, 0x1.d3e2cb341f894p+901, 0x1.1b4a51088f182p+909,
        0x1.594292c26e656p+916, 0x1.a77ba8027b686p+923, 0x1.055e51b1882a7p+931,
        0x1.44ab297a8724bp+938, 0x1.95d5f3d928edep+945, 0x1.fe771cb7257b3p+952,
        0x1.4307602be5b7fp+960, 0x1.9b5b6477e6884p+967, 0x1.07868c5ccfaf4p+975,
        0x1.53b370efa3b7fp+982, 0x1.b88cb676c8529p+989, 0x1.1f63cb077cadep+997,
        0x1.7932fa79d3a43p+1004, 0x1.f2054eb4d96ecp+1011, 0x1.4ab7864418639p+1019,
    ]
}
