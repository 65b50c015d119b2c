/** What can be allowed to be changed, each by the scope that the API calls it. */
export const writeScopes = ['needs:write', 'bookings:write', 'engagements:write'];

/** @param {string} scope */
export const isWriteScope = (scope) => writeScopes.includes(scope);
