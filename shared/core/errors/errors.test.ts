import { asCosellError, CosellError } from './index.ts';
import { UnreadableAnswer } from './unreadable.ts';

describe('asCosellError', () => {
  it('leaves what is one as it is', () => {
    const error = new CosellError('not-ready', { message: 'a', cure: 'b' });
    expect(asCosellError(error)).toBe(error);
  });

  it('has the connector try again when the CRM’s answer cannot be read', () => {
    const error = asCosellError(new UnreadableAnswer('opportunityid'));
    expect(error).toMatchObject({ code: 'crm-unavailable', retryable: true, whoActs: 'nobody' });
    expect(error.cause).toMatchObject({ message: 'opportunityid' });
  });

  it('takes everything else for unexpected', () => {
    expect(asCosellError(new TypeError('x'))).toMatchObject({ code: 'internal', whoActs: 'admin' });
    expect(asCosellError('x').code).toBe('internal');
  });
});
