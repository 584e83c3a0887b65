// Arguments for the elementary functions, and their errors against 113-bit arithmetic.
//
//   reference arguments FUNCTION COUNT > arguments
//   reference compare FUNCTION ARGUMENTS RESULTS    prints: count, largest error in ulp, where
//
// Arguments and results are files of doubles; functions of two arguments take them in pairs.
// The 113-bit functions are those of the GNU C library; scripts/check-elementary checks a sample of
// them against mpmath.

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

typedef __float128 Quad;

#define UNARY(name) extern "C" Quad name##f128(Quad);
UNARY(exp) UNARY(expm1) UNARY(log) UNARY(log1p) UNARY(log2) UNARY(log10) UNARY(cbrt)
UNARY(sin) UNARY(cos) UNARY(tan) UNARY(asin) UNARY(acos) UNARY(atan)
UNARY(sinh) UNARY(cosh) UNARY(tanh) UNARY(erf) UNARY(erfc) UNARY(tgamma) UNARY(lgamma)
UNARY(sqrt) UNARY(fabs)
extern "C" Quad powf128(Quad, Quad);
extern "C" Quad atan2f128(Quad, Quad);
extern "C" Quad ldexpf128(Quad, int);
extern "C" Quad frexpf128(Quad, int *);

static const Quad root_half = sqrtf128(Quad(0.5));

static Quad normal_cdf(Quad x) { return erfcf128(-x * root_half) / 2; }

static Quad normal_quantile(Quad p, double near) {
    const Quad two_pi = 8 * atanf128(1);
    Quad x = near;
    for (int step = 0; step < 3; step++) {
        Quad density = expf128(-x * x / 2) / sqrtf128(two_pi);
        // From the nearer tail, so that nothing cancels.
        Quad excess = p < Quad(0.5) ? normal_cdf(x) - p : (1 - p) - normal_cdf(-x);
        x -= excess / density;
    }
    return x;
}

struct Function {
    const char *name;
    Quad (*value)(Quad);
    double low, high;       // range of the evenly spread half of the arguments
    double least, most;     // magnitudes of the other half, spread evenly by logarithm
    bool negative;          // whether that half has both signs
};

static const Function functions[] = {
    {"exp", expf128, -745, 709.7, 1e-18, 700, true},
    {"expm1", expm1f128, -2, 2, 1e-300, 709, true},
    {"log", logf128, 0.5, 2, 5e-324, 1e308, false},
    {"log1p", log1pf128, -1, 2, 1e-300, 1e308, false},
    {"log2", log2f128, 0.5, 2, 5e-324, 1e308, false},
    {"log10", log10f128, 0.5, 2, 5e-324, 1e308, false},
    {"cbrt", cbrtf128, -8, 8, 5e-324, 1e308, true},
    {"sin", sinf128, -10, 10, 1e-300, 1e308, true},
    {"cos", cosf128, -10, 10, 1e-300, 1e308, true},
    {"tan", tanf128, -10, 10, 1e-300, 1e308, true},
    {"asin", asinf128, -1, 1, 1e-300, 1, true},
    {"acos", acosf128, -1, 1, 1e-300, 1, true},
    {"atan", atanf128, -20, 20, 1e-300, 1e308, true},
    {"sinh", sinhf128, -3, 3, 1e-300, 710, true},
    {"cosh", coshf128, -3, 3, 1e-300, 710, true},
    {"tanh", tanhf128, -3, 3, 1e-300, 22, true},
    {"erf", erff128, -4, 4, 1e-300, 7, true},
    {"erfc", erfcf128, -6, 27, 1e-300, 26.5, true},
    {"normalCDF", normal_cdf, -38, 9, 1e-300, 37, true},
    {"gamma", tgammaf128, -20, 171.5, 1e-307, 171, true},
    {"logGamma", lgammaf128, 0, 100, 1e-300, 1e300, false},
    {"logGammaNegative", lgammaf128, -60, 0, 1e-300, 0, false},
};

static const Function *find(const std::string &name) {
    for (const Function &f : functions)
        if (name == f.name) return &f;
    return nullptr;
}

static uint64_t state = 20240229;

static uint64_t random_bits() {
    uint64_t z = (state += 0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
}

static double uniform(double low, double high) {
    return low + (high - low) * ((random_bits() >> 11) * 0x1p-53);
}

static double by_logarithm(double least, double most) {
    uint64_t a, b;
    memcpy(&a, &least, 8), memcpy(&b, &most, 8);
    uint64_t pattern = a + random_bits() % (b - a);
    double x;
    memcpy(&x, &pattern, 8);
    return x;
}

static std::vector<double> pow_pair() {
    double base = random_bits() & 1 ? uniform(0.5, 2) : by_logarithm(1e-300, 1e300);
    double reach = 740 / fabs(std::log(base));
    double exponent = random_bits() & 1 ? uniform(-8, 8) : uniform(-reach, reach);
    if (fabs(exponent) > reach) exponent = 0.5;
    return {base, exponent};
}

static std::vector<double> atan2_pair() {
    double x = random_bits() & 1 ? uniform(-10, 10) : by_logarithm(1e-300, 1e300);
    double y = random_bits() & 1 ? uniform(-10, 10) : x * by_logarithm(1e-8, 1e8);
    if (random_bits() & 1) x = -x;
    return {y, x};
}

static std::vector<double> argument(const std::string &name) {
    if (name == "pow") return pow_pair();
    if (name == "atan2") return atan2_pair();
    if (name == "normalQuantile")
        return {random_bits() & 1 ? uniform(0, 1) : by_logarithm(5e-324, 0.5)};
    const Function *f = find(name);
    if (f->most <= f->least || random_bits() & 1) return {uniform(f->low, f->high)};
    double x = by_logarithm(f->least, f->most);
    if (name == "log1p") return {x < 1 && random_bits() & 1 ? -x : x};
    return {f->negative && random_bits() & 1 ? -x : x};
}

static Quad exact(const std::string &name, const double *x, double result) {
    if (name == "pow") return powf128(x[0], x[1]);
    if (name == "atan2") return atan2f128(x[0], x[1]);
    if (name == "normalQuantile") return normal_quantile(x[0], result);
    return find(name)->value(x[0]);
}

static double ulps(double result, Quad exact) {
    if (std::isinf(result)) return fabsf128(exact) > Quad(1.79769313486231570e308) ? 0 : INFINITY;
    if (result == exact) return 0;
    int exponent;
    frexpf128(exact, &exponent);
    if (exponent < -1021) exponent = -1021;
    return double(fabsf128(ldexpf128(Quad(result) - exact, 53 - exponent)));
}

static std::vector<double> read(const char *path) {
    std::vector<double> values;
    FILE *file = fopen(path, "rb");
    double x;
    while (file && fread(&x, 8, 1, file) == 1) values.push_back(x);
    if (file) fclose(file);
    return values;
}

static void compare(const std::string &name, const char *arguments, const char *results) {
    std::vector<double> xs = read(arguments), ys = read(results);
    size_t arity = xs.size() / (ys.empty() ? 1 : ys.size());
    double worst = 0, total = 0;
    size_t where = 0;
    for (size_t i = 0; i < ys.size(); i++) {
        double error = ulps(ys[i], exact(name, &xs[i * arity], ys[i]));
        if (!(error <= worst)) worst = error, where = i;
        total += error;
    }
    printf("%zu %.4f %.4f %.17g", ys.size(), worst, total / ys.size(), xs[where * arity]);
    if (arity == 2) printf(" %.17g", xs[where * arity + 1]);
    printf("\n");
}

int main(int count, char **words) {
    if (count == 4 && !strcmp(words[1], "arguments")) {
        for (long i = 0; i < atol(words[3]); i++)
            for (double x : argument(words[2])) fwrite(&x, 8, 1, stdout);
        return 0;
    }
    if (count == 5 && !strcmp(words[1], "compare")) {
        compare(words[2], words[3], words[4]);
        return 0;
    }
    return 2;
}
