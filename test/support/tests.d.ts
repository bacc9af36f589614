/** Every test file of the suite being built; see `scripts/testBundles.ts`. */
declare module 'tests';
