import fc from 'fast-check';

const { SEED = '20261129' } = process.env;

// Property tests take the same paths in every run, so that a red run speaks of the change at hand; `SEED=random` looks for new ones.
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });
