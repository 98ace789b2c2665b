import { CosellError, type ErrorCode } from '../../../core/index.ts';
import { isTerminalReferral, referralState } from '../../../core/lifecycle/referral-state.ts';
import type { Person, Referral } from '../../../core/model/index.ts';
import { MICROSOFT_ORGANISATION } from '../referrals.ts';
import type { Deed, Disturbance, Fault, Move, PartnerChange, Schedule, SellerChange, Step } from './schedule.ts';
import { fingerprintOn } from './lost-edits.ts';
import { TwoSides, type Fate } from './two-sides.ts';

const MAPPED = ['name', 'dealValue', 'closeDate', 'notes', 'team', 'solutions', 'phase'];
const personOf = (email: string): Person => ({ firstName: null, lastName: email, email, phone: null });
/** Users of the CRM, of whom sellers make teams. */
const USERS = ['kim@woodgrove.example', 'lee@woodgrove.example', 'jo@woodgrove.example'].map(personOf);
/** Whom somebody puts on the team in Partner Center: these, and one whom the CRM does not know. */
const PEOPLE = [...USERS, personOf('pat@agency.example')];

/** Lives through a schedule, to where both sides have to be equal. */
export async function perform({ rule, eventsAlone, steps, finale }: Schedule): Promise<TwoSides> {
  const mapping = rule === null ? {} : Object.fromEntries(MAPPED.map((row) => [row, { conflict: rule }]));
  const world = new TwoSides({ mapping });
  // The CRM has more to say of its users than Partner Center.
  world.crm.users.push(...USERS.map((user) => ({ ...user, phone: '7' })));
  for (const step of steps) await take(world, step);
  world.partnerCenter.faults.length = 0;
  world.crm.faults.length = 0;
  world.crm.refusals.clear();
  if (!eventsAlone) world.events.partnerCenter.length = 0;
  putRight(world, finale);
  if (!eventsAlone) {
    await world.reconcile();
    return world;
  }
  await world.queue.replayDeadLetters();
  do {
    await world.hear(world.events.crm.splice(0), true);
    world.hearOfReferrals(world.events.partnerCenter.splice(0));
    await world.workOff();
  } while (world.events.partnerCenter.length > 0);
  return world;
}

/** What people do in the end: they correct what cannot be shared, and switch on or answer what the schedule says. */
function putRight(world: TwoSides, { syncOn, accept }: Schedule['finale']): void {
  for (const [id, { values }] of world.crm.rows) {
    if (values.Amount === null) sellerEdits(world, id, { field: 'amount', value: '500' });
    if (['', 'nonsense', null, undefined].includes(world.shown(id, 'products') as string))
      sellerEdits(world, id, { field: 'products', value: 'SOL-12345-ABC' });
    if (syncOn && world.shown(id, 'sync') !== true) sellerEdits(world, id, { field: 'sync', value: true });
    if (accept) world.ask(id, 'accept', null, true);
  }
}

async function take(world: TwoSides, step: Step): Promise<void> {
  switch (step.kind) {
    case 'seller-adds': {
      const { fields } = world.policy;
      const id = `006OWN${world.crm.rows.size}`;
      world.addOpportunity(id, { [fields.help]: step.help, [fields.sync]: step.sync, [fields.visible]: step.visible });
      world.events.crm.push(id);
      return;
    }
    case 'microsoft-sends': {
      const id = `in-${world.partnerCenter.referrals.size}`;
      world.partnerCenter.receive(id, step.accepted ? { status: 'Active', substatus: 'Accepted' } : {});
      return;
    }
    case 'events-arrive':
      return arrive(world, step);
    case 'catch-up':
      return world.hear([...world.crm.rows.keys()], false);
    case 'crm-refuses': {
      const id = nthOf([...world.crm.rows.keys()], step.deal);
      if (id === undefined) return;
      if (step.refuses) world.crm.refusals.set(id, errorOf('crm-rejected'));
      else world.crm.refusals.delete(id);
      return;
    }
    case 'works':
      await world.work(disturb(world, step.disturbance));
      return;
    case 'resolves':
      return world.resolve(disturb(world, step.disturbance));
    case 'waits':
      world.wait(world.now().getTime() + step.seconds * 1_000);
      return;
    case 'seller-edits':
    case 'seller-asks':
    case 'partner-edits':
    case 'partner-moves':
    case 'microsoft-answers':
      doDeed(world, step);
  }
}

async function arrive(
  world: TwoSides,
  { side, which, again, lost }: Extract<Step, { kind: 'events-arrive' }>,
): Promise<void> {
  const { events } = world;
  if (side === 'crm') {
    const arriving = which.flatMap((n) => nthOf(events.crm, n) ?? []);
    await world.hear(arriving, true);
    events.crm = lost ? [] : again ? events.crm : events.crm.filter((event) => !arriving.includes(event));
  } else {
    const arriving = which.flatMap((n) => nthOf(events.partnerCenter, n) ?? []);
    world.hearOfReferrals(arriving);
    const others = events.partnerCenter.filter((event) => !arriving.includes(event));
    events.partnerCenter = lost ? [] : again ? events.partnerCenter : others;
  }
}

function disturb(world: TwoSides, { killAt, faults, meanwhile }: Disturbance): Fate {
  for (const fault of faults) breakSomething(world, fault);
  return {
    killAt: killAt ?? Infinity,
    meanwhile:
      meanwhile === null
        ? null
        : {
            at: meanwhile.at,
            act: () => {
              doDeed(world, meanwhile.deed);
              if (!meanwhile.heard) return;
              void world.hear(world.events.crm.splice(-1), true);
              world.hearOfReferrals(world.events.partnerCenter.splice(-1));
            },
          },
  };
}

function breakSomething(world: TwoSides, { on, as }: Fault): void {
  const acted = as === 'timeout-after-acting';
  if (acted) world.interrupted = true;
  const mayHaveActed = acted || as === 'timeout';
  const kind = { throttled: 'throttled', conflict: 'conflict', rejected: 'rejected' }[as as string] ?? 'unavailable';
  const error = (system: 'crm' | 'partner-center') => errorOf(`${system}-${kind}` as ErrorCode, mayHaveActed);
  if (!on.startsWith('crm-')) world.partnerCenter.faults.push({ call: on, error: error('partner-center'), acted });
  else {
    const call = on.slice('crm-'.length) as 'read' | 'write' | 'find' | 'users' | 'create';
    world.crm.faults.push({ call, error: error('crm'), acted: acted && call === 'write' });
  }
}

function errorOf(code: ErrorCode, mayHaveActed = false): CosellError {
  const wait = code.endsWith('throttled') ? { retryAfterSeconds: 30 } : {};
  return new CosellError(code, { message: `It says ${code}.`, cure: 'Wait.', mayHaveActed, ...wait });
}

function doDeed(world: TwoSides, deed: Deed): void {
  if (deed.kind === 'seller-edits' || deed.kind === 'seller-asks') {
    const id = nthOf([...world.crm.rows.keys()], deed.deal);
    if (id === undefined) return;
    if (deed.kind === 'seller-edits') sellerEdits(world, id, deed.change);
    else world.ask(id, deed.action, deed.reason, deed.mayEdit);
    return;
  }
  const isMicrosofts = ({ organizationId }: Referral) => organizationId === MICROSOFT_ORGANISATION;
  const all = [...world.partnerCenter.referrals.values()];
  const own = all.filter((referral) => isMicrosofts(referral) === (deed.kind === 'microsoft-answers'));
  const referral = nthOf(own, deed.referral);
  // Nobody changes a deal that is over.
  if (referral === undefined || isTerminalReferral(referral)) return;
  if (deed.kind === 'partner-edits') partnerEdits(world, referral, deed.change);
  else if (deed.kind === 'partner-moves') partnerMoves(world, referral, deed.move);
  else microsoftAnswers(world, referral, deed.move);
}

function sellerEdits(world: TwoSides, id: string, { field, value }: SellerChange): void {
  if (field === 'team') {
    world.staff(
      id,
      world.crm.users.filter((_, index) => (value & (1 << index)) !== 0),
    );
    return;
  }
  const { fields } = world.policy;
  const paths = {
    name: 'Name',
    amount: 'Amount',
    closeDate: 'CloseDate',
    notes: 'Description',
    stage: 'StageName',
    products: fields.products,
    sync: fields.sync,
    visible: fields.visible,
    help: fields.help,
  };
  world.sell(id, { [paths[field]]: value }, field);
}

function partnerEdits(world: TwoSides, referral: Referral, change: PartnerChange): void {
  const { id } = referral;
  putOnReferral(world, referral, change);
  const edited = world.partnerCenter.referrals.get(id);
  const field =
    { notes: 'notes', closingDateTime: 'closeDate', money: 'dealValue' }[change.field as string] ?? change.field;
  if (edited) world.entered.partnerCenter.set(`${id} ${field}`, fingerprintOn(world, edited, field));
}

function putOnReferral(world: TwoSides, { id, details }: Referral, change: PartnerChange): void {
  const put = (changed: object) => world.partnerCenter.edit(id, { details: { ...details, ...changed } });
  switch (change.field) {
    case 'name':
      return world.partnerCenter.edit(id, { name: change.value });
    case 'notes':
    case 'closingDateTime':
      return put({ [change.field]: change.value });
    case 'money':
      return put({ dealValue: change.value, currency: change.currency });
    case 'solutions':
      return put({ requirements: { solutions: change.value.map((solution) => ({ id: solution, kept: true })) } });
    case 'team': {
      const team = PEOPLE.filter((_, index) => (change.value & (1 << index)) !== 0);
      world.partnersTeam.add(id);
      return world.partnerCenter.edit(id, { team: team.map(({ phone: _, ...member }) => member) });
    }
  }
}

function partnerMoves(world: TwoSides, referral: Referral, move: Move): void {
  const state = referralState(referral);
  const moves: Partial<Record<Move, readonly [status: string, substatus: string]>> =
    state === 'new-inbound'
      ? { accept: ['Active', 'Accepted'], decline: ['Closed', 'Declined'], expire: ['Closed', 'Expired'] }
      : {
          win: ['Closed', 'Won'],
          lose: ['Closed', 'Lost'],
          ...(state === 'active' ? {} : { expire: ['Closed', 'Expired'] }),
        };
  const to = moves[move];
  if (to) world.partnerCenter.edit(referral.id, { status: to[0], substatus: to[1] });
}

function microsoftAnswers(world: TwoSides, { id, status }: Referral, move: 'accept' | 'decline' | 'edit'): void {
  if (move === 'edit') world.partnerCenter.edit(id, { team: [{ firstName: 'Ines', email: 'ines@microsoft.example' }] });
  else if (move === 'decline') world.partnerCenter.edit(id, { status: 'Closed', substatus: 'Declined' });
  else if (status === 'New')
    world.partnerCenter.edit(id, {
      status: 'Active',
      substatus: 'Accepted',
      trackingInfo: { microsoftMsxId: `7-${id}` },
    });
}

function nthOf<T>(all: readonly T[], n: number): T | undefined {
  return all.length === 0 ? undefined : all[n % all.length];
}
