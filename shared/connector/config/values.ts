import { z } from 'zod';

/** An https address, or http on this machine. */
export const serverUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL such as https://example.com', abort: true })
  .refine((text) => isHttps(text) || isLoopback(text), {
    error: 'must begin with https:// (http:// is only accepted for this machine)',
    abort: true,
  })
  .transform((text) => text.replace(/\/+$/, ''));

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

export function isLoopback(text: string): boolean {
  return URL.canParse(text) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname);
}

export const text = z.string().trim().min(1, { error: 'must not be empty' });
