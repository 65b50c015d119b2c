/** The latest absences of an assistant, as `AbsentTime` one by one. */
export const absentTime = `(SELECT coalesce(json_agg(json_build_object('assistantId', assistant_id, 'agreementId', agreement_id,
                     'startsAt', starts_at, 'endsAt', ends_at)), '[]')
              FROM (SELECT * FROM api.absence WHERE absence.assistant_id = assistant.id AND absence.status = 'reported'
                     ORDER BY starts_at DESC LIMIT 50) AS latest)`;

/** The status of an assistant's agency, as a column beside those of `api.assistant`. */
export const agencyStatusColumn =
  '(SELECT agency.status FROM api.agency WHERE agency.id = assistant.agency_id) AS "agencyStatus"';

/** The `ClearedWorkplace` of the clearance that an assistant has now, or null. */
export const clearedWorkplace = `(SELECT json_build_object('clearanceId', clearance.id, 'countryCode', clearance.country_code,
                     'jurisdiction', clearance.jurisdiction, 'validUntil', clearance.valid_until)
              FROM api.clearance WHERE clearance.assistant_id = assistant.id AND clearance.status = 'granted')`;
