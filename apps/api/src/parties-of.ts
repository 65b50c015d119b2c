/** Both sides, and the assistant whose work it is. */
export const partiesOf = <Business, Agency, Assistant>({
  businessId,
  agencyId,
  assistantId,
}: {
  readonly businessId: Business;
  readonly agencyId: Agency;
  readonly assistantId: Assistant;
}): { businessId: Business; agencyId: Agency; assistantId: Assistant } => ({ businessId, agencyId, assistantId });
