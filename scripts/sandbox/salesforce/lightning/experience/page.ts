/** What the server says about the page and who looks at it; see server/context.ts. */
export interface SandboxPage {
  readonly user: { readonly Id: string; readonly isGuest: boolean; readonly name: string; readonly clientId: string };
  readonly people: readonly { readonly clientId: string; readonly name: string; readonly does: string }[];
  readonly customPermissions: readonly string[];
  readonly i18n: {
    readonly lang: string;
    readonly locale: string;
    readonly dir: 'ltr' | 'rtl';
    readonly timeZone: string;
  };
  readonly labels: Readonly<Record<string, string>>;
  readonly formFactor: 'Large' | 'Small';
  readonly record: { readonly objectApiName: string; readonly recordId: string } | null;
}

export const page = (globalThis as unknown as { readonly sandboxPage: SandboxPage }).sandboxPage;
