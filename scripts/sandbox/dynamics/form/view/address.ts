/** The address of another page of the app: what was tried out on this one (person, language, theme …) stays. */
function appAddress(target: Readonly<Record<string, string | null>>): string {
  const address = new URLSearchParams(window.location.search);
  for (const name of ['pagetype', 'etn', 'id']) address.delete(name);
  for (const [name, value] of Object.entries(target)) {
    if (value === null) address.delete(name);
    else address.set(name, value);
  }
  return `/main.aspx?${address.toString()}`;
}

export function recordAddress(table: string, id: string | null): string {
  return appAddress({ pagetype: 'entityrecord', etn: table, id });
}

export function listAddress(): string {
  return appAddress({ pagetype: 'entitylist', etn: 'opportunity' });
}

export function openRecord(table: string, id: string | null): void {
  window.location.assign(recordAddress(table, id));
}

/** The same page with another person, language, theme … */
export function changedAddress(name: string, value: string | null): string {
  const address = new URLSearchParams(window.location.search);
  if (value === null) address.delete(name);
  else address.set(name, value);
  return `/main.aspx?${address.toString()}`;
}
