import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { CosellError } from '../../core/index.ts';

const VERSION = 'v1';

/** Encrypts and decrypts a text at rest (AES-256-GCM) under a key derived from a secret that is not stored beside it. */
export interface Seal {
  close(text: string): string;
  /** @throws CosellError `config-invalid` when it was sealed under another secret, or changed since */
  open(sealed: string): string;
}

/**
 * @param secret the Partner Center client secret: whoever has it could obtain tokens anyway
 * @param purpose what is sealed and for whom; a text sealed for one purpose does not open for another
 */
export function createSeal(secret: string, purpose: string): Seal {
  const keys = new Map<string, Buffer>();
  const key = (salt: Buffer): Buffer => {
    const name = salt.toString('base64');
    const known = keys.get(name) ?? scryptSync(secret, salt, 32);
    keys.set(name, known);
    return known;
  };
  const salt = randomBytes(16);
  return {
    close: (text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(salt), iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, ...[salt, iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed) => {
      try {
        const [version, ...parts] = sealed.split('.');
        const [storedSalt, iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
        if (version !== VERSION || !storedSalt || !iv || !tag || !body) throw new Error('unknown form');
        const decipher = createDecipheriv('aes-256-gcm', key(storedSalt), iv, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CosellError('config-invalid', {
          message: 'The stored Partner Center refresh token cannot be read with the client secret that is configured.',
          cure: 'Set COSELL_PARTNER_CENTER_CLIENT_SECRET back, or consent again with `npx cosell consent`.',
          field: 'COSELL_PARTNER_CENTER_REFRESH_TOKEN',
          cause,
        });
      }
    },
  };
}
