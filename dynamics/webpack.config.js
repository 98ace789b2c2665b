module.exports = {
  // The shared core writes `.ts` in its imports; TypeScript emits `.js` for them, and this leads webpack back to the source.
  resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  // No file of ours does anything when it is only imported: what nobody uses is left out.
  module: { rules: [{ test: /\.tsx?$/, sideEffects: false }] },
  optimization: {
    minimizeOptions: {
      // `unsafe_arrows`: nothing of ours calls a function with `new` or reads its `this` but classes, which stay.
      javascript: { compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true } },
    },
  },
};
