import type { CrmName } from '../e2e/support/world.ts';

export interface Platform {
  readonly crm: CrmName;
  readonly title: string;
  /** Address of the gallery, with further parameters. */
  readonly gallery: (parameters: Readonly<Record<string, string>>) => string;
  readonly recordPage: (id: string) => string;
}

export const PLATFORMS: readonly Platform[] = [
  {
    crm: 'salesforce',
    title: 'Salesforce',
    gallery: (parameters) => `/lightning/gallery?${new URLSearchParams(parameters).toString()}`,
    recordPage: (id) => `/lightning/r/Opportunity/${id}/view`,
  },
  {
    crm: 'dynamics',
    title: 'Dynamics 365',
    gallery: (parameters) => `/main.aspx?${new URLSearchParams({ pagetype: 'gallery', ...parameters }).toString()}`,
    recordPage: (id) => `/main.aspx?pagetype=entityrecord&etn=opportunity&id=${id}&autosave=off`,
  },
];

/** One way to look at every state. */
export interface Variant {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const NARROW = { width: '288' } as const;

export const VARIANTS: readonly Variant[] = [
  { name: 'light', parameters: {} },
  { name: 'dark', parameters: { theme: 'dark' } },
  { name: 'right to left', parameters: { dir: 'rtl' } },
  // A window of 320 pixels has this much room between its margins.
  { name: '320 pixels', parameters: NARROW },
  { name: 'Japanese', parameters: { lang: 'ja' } },
  { name: 'Chinese', parameters: { lang: 'zh-CN' } },
];

/** A picture that was taken, for the contact sheet. */
export interface Shot {
  readonly platform: string;
  readonly subject: string;
  readonly variant: string;
  /** Relative to the folder of the pictures. */
  readonly file: string;
}
