FROM node:24-slim AS build
WORKDIR /candor
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN node --disable-warning=ExperimentalWarning --input-type=module -e "const { buildIfNeeded } = await import('./app/server/build-if-needed.ts'); await buildIfNeeded(process.cwd())" \
  && npm prune --omit=dev

FROM node:24-slim
WORKDIR /candor
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build --chown=root:root /candor /candor
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--disable-warning=ExperimentalWarning", "candor.mjs", "serve"]
