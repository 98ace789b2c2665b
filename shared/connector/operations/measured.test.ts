import { CosellError } from '../../core/index.ts';
import type { Referral } from '../../core/model/index.ts';
import type { ReferralsPort } from '../../partner-center/port.ts';
import { FakePartnerCenter } from '../testkit/referrals.ts';
import { measuredReferrals } from './measured.ts';
import type { Metrics } from './metrics.ts';

function open(port: Partial<ReferralsPort>) {
  const called: string[] = [];
  const metrics = {
    called: (system: string, operation: string, outcome: string) => called.push(`${system} ${operation} ${outcome}`),
  } as unknown as Metrics;
  const whole = { ...new FakePartnerCenter(() => new Date()).port(), ...port };
  return { called, measured: measuredReferrals(whole, metrics) };
}

async function* pages(count: number, error?: CosellError): AsyncGenerator<readonly Referral[]> {
  for (let page = 0; page < count; page += 1) yield await Promise.resolve([]);
  if (error) throw error;
}

describe('the calls of a list', () => {
  it('are counted page by page, and the end is none', async () => {
    const { called, measured } = open({ list: () => pages(3) });
    for await (const page of measured.list({})) expect(page).toEqual([]);
    expect(called).toEqual(Array(3).fill('partner-center list ok'));
  });

  it('count a failure by its code', async () => {
    const error = new CosellError('partner-center-throttled', { message: 'Too many.', cure: 'Wait.' });
    const { called, measured } = open({ list: () => pages(1, error) });
    const read = async () => {
      for await (const page of measured.list({})) expect(page).toEqual([]);
    };
    await expect(read()).rejects.toBe(error);
    expect(called).toEqual(['partner-center list ok', 'partner-center list partner-center-throttled']);
  });

  it('are let go when nobody wants more pages', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<readonly Referral[]> {
      try {
        for (;;) yield await Promise.resolve([]);
      } finally {
        ended = true;
      }
    }
    const { called, measured } = open({ list: endless });
    for await (const page of measured.list({})) {
      if (page.length === 0) break;
    }
    expect(ended).toBe(true);
    expect(called).toHaveLength(1);
  });
});
