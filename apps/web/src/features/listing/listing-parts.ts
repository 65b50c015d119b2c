/** What there is to see of a listing, as the address of its page names it. */
export const listingParts = ['profile', 'hours', 'workplace', 'work'] as const;
export type ListingPart = (typeof listingParts)[number];

export const isListingPart = (value: unknown): value is ListingPart => listingParts.some((part) => part === value);
