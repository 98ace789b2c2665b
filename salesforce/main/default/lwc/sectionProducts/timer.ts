/** Runs something later; returns what calls it off. */
export function after(milliseconds: number, run: () => void): () => void {
  // Waiting until somebody has stopped typing is what a timer is for.
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
