// The shared core writes `.ts` in its imports; TypeScript emits `.js` for them, and this leads webpack back to the source.
module.exports = {
  resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
};
