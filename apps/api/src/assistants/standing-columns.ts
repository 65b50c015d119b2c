/** The status of an assistant's agency, as a column beside those of `api.assistant`. */
export const agencyStatusColumn =
  '(SELECT agency.status FROM api.agency WHERE agency.id = assistant.agency_id) AS "agencyStatus"';

/** The `ClearedWorkplace` of the clearance that an assistant has now, or null. */
export const clearedWorkplace = `(SELECT json_build_object('clearanceId', clearance.id, 'countryCode', clearance.country_code,
                     'jurisdiction', clearance.jurisdiction, 'validUntil', clearance.valid_until)
              FROM api.clearance WHERE clearance.assistant_id = assistant.id AND clearance.status = 'granted')`;
