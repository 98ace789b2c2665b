/** What came of the referrals that were handed over. */
export interface UnknownReferralsOutcome {
  /** Those that something passing stood in the way of: they are handed over again later. All others are settled. */
  readonly later: readonly string[];
}

/** Takes the referrals of webhook events that no link leads from to an opportunity. */
export interface InboundPort {
  /**
   * Resolves once everything is stored durably: an opportunity is there, one is queued, or the referral is none of ours.
   * A rejection hands all of them over again later.
   *
   * Nothing but the id is known. It may be Microsoft's referral in an engagement of ours; our own referral whose POST has
   * not been answered yet (an intent is open, `externalReferenceId` names the opportunity); one that was linked a moment
   * ago; or one that another connector process is being handed at the same time. The same id may come again at any time.
   *
   * @param ids referral ids in lower case, each once, at most 200
   */
  handleUnknownReferrals(ids: readonly string[]): Promise<UnknownReferralsOutcome>;
}
