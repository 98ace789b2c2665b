import { findSolution } from '../catalogue.ts';
import { HELP_NOT_ASKED } from '../enums.ts';
import type { NewReferralContent, ReferralContent } from '../schema.ts';
import { badRequest } from '../service-error.ts';

/**
 * Solutions and solution targets must be in the partner's or Microsoft's catalogue.
 * @throws ServiceError 400 that names the unknown id.
 */
export function assertKnownSolutions({ details, target }: NewReferralContent | ReferralContent): void {
  const unknown = details.requirements.solutions.find(({ id }) => !findSolution(id));
  if (unknown) {
    throw badRequest(
      'details/requirements/solutions',
      'unknownSolution',
      `${unknown.id} is neither one of the partner's solutions nor one of Microsoft's.`,
    );
  }
  const unknownTarget = target?.find(({ type, id }) => type === 'SolutionProfile' && !findSolution(id));
  if (unknownTarget)
    throw badRequest('target', 'unknownSolution', `${unknownTarget.id} is not a solution of the partner.`);
}

/** @throws ServiceError 400 when Microsoft's help is asked and there is no customer contact to call. */
export function assertContactWhenHelpIsAsked({
  inviteContext,
  customerProfile,
}: NewReferralContent | ReferralContent): void {
  const help = inviteContext?.assistanceRequestCode ?? HELP_NOT_ASKED;
  if (help !== HELP_NOT_ASKED && !customerProfile.team?.length) {
    throw badRequest(
      'customerProfile/team',
      'requiredProperty',
      "customerProfile/team is required when Microsoft's help is asked: at least one contact of the customer.",
    );
  }
}
