module.exports = {
  // The shared core writes `.ts` in its imports; TypeScript emits `.js` for them, and this leads webpack back to the source.
  resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  // No file of ours does anything when it is only imported: what nobody uses is left out.
  module: { rules: [{ test: /\.tsx?$/, sideEffects: false }] },
};
