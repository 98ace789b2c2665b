/** Keeps the Microsoft fields of an open record page fresh: quickly while a sync is under way, slowly otherwise. */
export const POLL_SCRIPT = `
const current = () => document.getElementById('microsoft');
async function refresh() {
  const section = current();
  if (!section) return;
  try {
    if (document.visibilityState === 'visible') {
      const answer = await fetch(section.parentElement.dataset.source);
      if (answer.ok) {
        const text = await answer.text();
        const next = new DOMParser().parseFromString(text, 'text/html').getElementById('microsoft');
        if (next && next.dataset.version !== section.dataset.version) section.replaceWith(next);
      }
    }
  } finally {
    setTimeout(refresh, current()?.dataset.moving === 'true' ? 500 : 3000);
  }
}
setTimeout(refresh, 500);
`;
