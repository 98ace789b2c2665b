import { ISSUING_HOSTS, issuerCertificateUrl, SIGNING_HOSTS, signingCertificateUrl } from './certificate-url.ts';

const HOSTS = { signing: [...SIGNING_HOSTS], issuing: [...ISSUING_HOSTS], sandboxOrigin: null };
const SANDBOX = { ...HOSTS, sandboxOrigin: 'http://localhost:4101' };
const PUBLISHED = 'https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer';

describe('the address of a signing certificate', () => {
  it('is taken as published', () => {
    expect(signingCertificateUrl(PUBLISHED, HOSTS).href).toBe(PUBLISHED);
    expect(signingCertificateUrl(PUBLISHED.replace('3pso', '3PSO').replace('.net/', '.net:443/'), HOSTS).href).toBe(
      PUBLISHED,
    );
  });

  it('may be the sandbox’s own origin, where there is one', () => {
    const url = 'http://localhost:4101/cert/a.cer';
    expect(signingCertificateUrl(url, SANDBOX).href).toBe(url);
    expect(() => signingCertificateUrl(url, HOSTS)).toThrow('certificate-url-not-allowed');
    expect(() => signingCertificateUrl('http://localhost:4102/cert/a.cer', SANDBOX)).toThrow();
    expect(() => signingCertificateUrl('https://localhost:4101/cert/a.cer', SANDBOX)).toThrow();
  });
});

describe('the address of an issuer’s certificate', () => {
  it.each(['http://www.microsoft.com/pkiops/certs/a.crt', 'https://cacerts.digicert.com/a.crt'])('may be %s', (url) => {
    expect(issuerCertificateUrl(url, HOSTS)?.href).toBe(url);
  });

  it.each([
    'http://www.microsoft.com:8080/a.crt',
    'http://microsoft.com/a.crt',
    'ldap://www.microsoft.com/a',
    'http://169.254.169.254/a.crt',
    'http://localhost:4101/a.crt',
    'nonsense',
  ])('is not asked at %s', (url) => {
    expect(issuerCertificateUrl(url, HOSTS)).toBeNull();
  });
});
