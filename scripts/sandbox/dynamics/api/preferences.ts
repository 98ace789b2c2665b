/** What the `Prefer` header asks for. */
export interface Preferences {
  readonly representation: boolean;
  readonly annotations: boolean;
  readonly pageSize: number | null;
  readonly continueOnError: boolean;
  /** For `Preference-Applied`. */
  readonly applied: string | null;
}

const READ_ANNOTATIONS = [
  '*',
  'OData.Community.Display.V1.FormattedValue',
  'Microsoft.Dynamics.CRM.*',
  'Microsoft.Dynamics.CRM.lookuplogicalname',
];

/** Reads `Prefer: return=representation, odata.maxpagesize=50, odata.include-annotations="*", odata.continue-on-error`. */
export function readPreferences(header: string | undefined): Preferences {
  const parts = [...(header ?? '').matchAll(/([\w.-]+)(?:\s*=\s*("[^"]*"|[^,;\s]+))?/g)].map(
    ([, name = '', value = '']) => ({
      name: name.toLowerCase(),
      value: value.replace(/^"(.*)"$/, '$1'),
    }),
  );
  const find = (name: string): string | undefined => parts.find((part) => part.name === name)?.value;
  const pageSize = Number(find('odata.maxpagesize'));
  const annotations = find('odata.include-annotations');
  const representation = find('return') === 'representation';
  const applied = [
    ...(representation ? ['return=representation'] : []),
    ...(pageSize > 0 ? [`odata.maxpagesize=${pageSize}`] : []),
    ...(annotations === undefined ? [] : [`odata.include-annotations="${annotations}"`]),
  ];
  return {
    representation,
    annotations: annotations?.split(',').some((name) => READ_ANNOTATIONS.includes(name.trim())) ?? false,
    pageSize: Number.isInteger(pageSize) && pageSize > 0 ? pageSize : null,
    continueOnError: find('odata.continue-on-error') !== undefined,
    applied: applied.length === 0 ? null : applied.join(','),
  };
}
