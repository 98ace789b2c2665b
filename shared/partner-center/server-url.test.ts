import { CosellError } from '../core/errors/index.ts';
import { serverOrigin, serverUrl } from './server-url.ts';

describe('serverOrigin', () => {
  it.each([
    ['https://api.partner.microsoft.com', 'https://api.partner.microsoft.com'],
    ['https://api.partner.microsoft.com/', 'https://api.partner.microsoft.com'],
    ['http://localhost:4101', 'http://localhost:4101'],
    ['http://127.0.0.1:4101/', 'http://127.0.0.1:4101'],
    ['http://[::1]:4101', 'http://[::1]:4101'],
  ])('takes %s', (address, origin) => {
    expect(serverOrigin(address, 'key')).toBe(origin);
  });

  it.each([
    'http://api.partner.microsoft.com',
    'http://localhost.example.com',
    'https://user:secret@example.com',
    'https://example.com/v1.0',
    'https://example.com/?a=b',
    'ftp://localhost',
    'api.partner.microsoft.com',
    '',
  ])('refuses %j and names the setting, not the address', (address) => {
    let thrown: unknown = null;
    try {
      serverOrigin(address, 'partnerCenter.baseUrl');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CosellError);
    expect(thrown).toMatchObject({ code: 'config-invalid', field: 'partnerCenter.baseUrl' });
    expect((thrown as CosellError).message).not.toContain('secret');
  });
});

describe('serverUrl', () => {
  it('keeps the path', () => {
    expect(serverUrl('https://login.microsoftonline.com/contoso', 'key').pathname).toBe('/contoso');
  });
});
