/** What a person says in `.env` before Compose starts anything: docker-compose.yml has no defaults for it. */
export const someEnvironment = {
  POSTGRES_PASSWORD: 'only-for-tests-0123456789',
  AJUDANT_TOKEN_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  AJUDANT_ADMIN_EMAIL: 'administrator@example.org',
  AJUDANT_ADMIN_PASSWORD: 'only-for-tests-9876543210',
} as const;
