/** ISO 3166-1 alpha-2: the codes officially assigned, first letter and second ones. Partner Center takes no other (referrals reference §5). */
const ASSIGNED =
  'ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU ' +
  'IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW ' +
  'SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS YET ZAMW';

export const COUNTRY_CODES: readonly string[] = ASSIGNED.split(' ').flatMap(([first, ...others]) =>
  others.map((second) => `${first}${second}`),
);

/** Codes in capitals; anything else stays as somebody wrote it. */
export function normalCountry(country: string | null): string | null {
  return country !== null && /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : country;
}

export function isCountryCode(code: string): boolean {
  return COUNTRY_CODES.includes(code);
}

/** The code of a country's English name ("Germany" gives `DE`), or `null`. */
export function countryCodeOfName(name: string): string | null {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const wanted = name.trim().toLowerCase();
  const aliases: Record<string, string> = {
    usa: 'US',
    uk: 'GB',
    'united states of america': 'US',
    'great britain': 'GB',
  };
  return aliases[wanted] ?? COUNTRY_CODES.find((code) => names.of(code)?.toLowerCase() === wanted) ?? null;
}
