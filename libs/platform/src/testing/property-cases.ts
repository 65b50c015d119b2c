/**
 * How many cases a property is tried on: so many, of which each run draws others, or as many as `AJUDANT_PROPERTY_CASES` says, for
 * whoever has changed what the property is about.
 */
export const propertyCases = (usual: number): number => Number(process.env['AJUDANT_PROPERTY_CASES'] ?? usual);
