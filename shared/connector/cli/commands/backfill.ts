import { applyMatches } from '../../backfill/apply.ts';
import { matchPortfolio, type MatchState, type PortfolioMatch } from '../../backfill/match.ts';
import { readPortfolio, readReferrals } from '../../backfill/read-portfolio.ts';
import { composeSystems } from '../../compose.ts';
import { insertSyncJobs } from '../../queue/sync-jobs.ts';
import { createSyncStore } from '../../store/sync-store.ts';
import { chooseCrm } from '../choose-crm.ts';
import { EXIT, quietLog, readConfig, type ConfigOption } from '../context.ts';
import { withProgress } from '../progress.ts';
import { renderTable } from '../table.ts';
import { withTools } from '../tools.ts';
import { CONFIG_OPTION, JSON_OPTION, type AddCommand } from './add.ts';

interface BackfillOptions extends ConfigOption {
  readonly crm?: string;
  readonly apply?: boolean;
  readonly switchOn?: boolean;
  readonly json?: boolean;
}

const WORDS: Readonly<Record<MatchState, string>> = {
  'by-identifier': 'link (identifier)',
  'by-crm-id': 'link (CRM id)',
  linked: 'linked already',
  ambiguous: '! look at it',
  'not-found': '! look at it',
};
const WILL_LINK: readonly MatchState[] = ['by-identifier', 'by-crm-id'];

/** `backfill`: links opportunities and referrals that belong together already. */
export const addBackfill: AddCommand = (program, context, ended) => {
  program
    .command('backfill')
    .description('link an existing portfolio; shows what it would do, and does it only with --apply')
    .option('--crm <name>', 'the CRM, where there are several')
    .option('--apply', 'link what the table shows, and queue it to be compared')
    .option('--switch-on', 'with --apply: also tick Sync with Partner Center where it is off')
    .option(...CONFIG_OPTION)
    .option(...JSON_OPTION)
    .action(async (options: BackfillOptions) => {
      const config = await readConfig(context, options);
      const { name } = chooseCrm(config, options.crm);
      const policy = config.policies[name];
      if (!policy) throw new Error(`There is no policy for ${name}.`);
      await withTools(config, quietLog(), async ({ boss, db }) => {
        const systems = composeSystems(config, db, quietLog());
        const crm = systems.crms.get(name);
        if (!crm) throw new Error(`There is no adapter for ${name}.`);
        try {
          const referrals = await withProgress('Partner Center', (found) =>
            readReferrals(systems.partnerCenter, found),
          );
          const store = createSyncStore(db);
          const opportunities = await withProgress(name, (onPage) =>
            readPortfolio({ crmName: name, crm, store, policy, onPage }, referrals),
          );
          const matches = matchPortfolio(opportunities, referrals);
          const toLink = matches.filter(({ state }) => WILL_LINK.includes(state));
          const apply = (onBatch: (done: number) => void) =>
            applyMatches(
              {
                crmName: name,
                crm,
                policy,
                db,
                add: (jobs) => insertSyncJobs(boss, db, jobs),
                switchOn: options.switchOn === true,
                onBatch,
              },
              toLink,
            );
          if (!options.json) context.print(describe(matches));
          const failed = options.apply ? await withProgress('Linking', apply) : [];
          if (options.json) context.print(JSON.stringify(reportOf(matches, options.apply === true)));
          else context.print(conclude(toLink.length, options.apply === true));
          for (const { opportunityId, error } of failed)
            context.note(`${opportunityId}: ${error.message} ${error.cure}`);
          const open = matches.some(({ reason }) => reason !== null) || failed.length > 0;
          ended(open ? EXIT.findings : EXIT.ok);
        } finally {
          await systems.close();
        }
      });
    });
};

function describe(matches: readonly PortfolioMatch[]): string {
  if (matches.length === 0) return 'No opportunity shows a referral, and no referral carries the id of an opportunity.';
  const rows = matches.map(({ opportunity, state, referral, reason }) => [
    WORDS[state],
    opportunity.id,
    opportunity.name ?? '',
    referral?.id ?? opportunity.referralId ?? '',
    [referral?.name ?? '', reason ?? ''].filter((text) => text !== '').join(' – '),
  ]);
  return renderTable(['WHAT', 'OPPORTUNITY', 'NAME', 'REFERRAL', 'ITS NAME, AND WHAT IS IN THE WAY'], rows);
}

function conclude(count: number, applied: boolean): string {
  if (count === 0) return 'There is nothing to link.';
  return applied
    ? `Linked ${count}, and queued them to be compared.`
    : `Nothing was changed. Run it again with --apply to link ${count}.`;
}

function reportOf(matches: readonly PortfolioMatch[], applied: boolean): object {
  return {
    applied,
    matches: matches.map(({ opportunity, state, referral, reason }) => ({
      opportunityId: opportunity.id,
      state,
      referralId: referral?.id ?? opportunity.referralId,
      reason,
    })),
  };
}
