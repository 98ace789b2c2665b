/** ISO 3166-1 alpha-2: the codes officially assigned, joined. Partner Center takes no other (referrals reference §5). */
const ASSIGNED =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDM' +
  'DODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKN' +
  'KPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPM' +
  'PNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVI' +
  'VNVUWFWSYEYTZAZMZW';

export const COUNTRY_CODES: readonly string[] = ASSIGNED.match(/../g) ?? [];

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
