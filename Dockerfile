# syntax=docker/dockerfile:1

# Java 17 is what the service needs, 25 the newest with long-term support that it is tried on.

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
# No repository is copied, so the commit that versions name comes with the command:
# docker build --build-arg COMMIT=$(git rev-parse HEAD) .
ARG COMMIT=
RUN if [ -n "$COMMIT" ]; then echo "git.commit.id=$COMMIT" > src/main/resources/git.properties; fi
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true package
RUN java -Djarmode=tools -jar target/decipher.jar extract --layers --destination layers
# PyTorch's libraries are unpacked here, since the container can't write where they lie, into one
# flat folder that PYTORCH_LIBRARY_PATH can name for every architecture. The jar that they come
# from has served its purpose. That PyTorch loads from the folder, without the jar and with
# nothing that can be unpacked anywhere else, is tried at once.
RUN mkdir app unpacked natives \
    && cp -R layers/*/. app \
    && DJL_CACHE_DIR=/build/unpacked \
        java --enable-native-access=ALL-UNNAMED -cp app/decipher.jar dev.decipher.network.UnpackNatives \
    && mv unpacked/pytorch/*/* natives \
    && rm app/lib/pytorch-native-cpu-*.jar layers/dependencies/lib/pytorch-native-cpu-*.jar \
    && DJL_CACHE_DIR=/dev/null PYTORCH_LIBRARY_PATH=/build/natives \
        java --enable-native-access=ALL-UNNAMED -cp app/decipher.jar dev.decipher.network.UnpackNatives

FROM eclipse-temurin:25-jre-noble
LABEL org.opencontainers.image.title="Decipher" \
    org.opencontainers.image.description="A service that learns to decrypt: an LSTM trained, kept and served over HTTP" \
    org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --gid 10001 decipher \
    && useradd --uid 10001 --gid decipher --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin decipher \
    && install --directory --owner=decipher --group=decipher /data
WORKDIR /opt/decipher
# what changes least comes first
COPY --from=build /build/natives natives
COPY --from=build /build/layers/dependencies ./
COPY --from=build /build/layers/spring-boot-loader ./
COPY --from=build /build/layers/snapshot-dependencies ./
COPY --from=build /build/layers/application ./
ENV PYTORCH_LIBRARY_PATH=/opt/decipher/natives
# One start while the image is built, with requests to itself, notes which classes it loads, in a
# form that later starts map into memory.
RUN DECIPHER_DATA_DIR=/tmp/data java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
        -XX:AOTCacheOutput=decipher.aot -Xlog:aot=error -jar decipher.jar --server.port=0 \
        --decipher.decrypt.warm-up=20s --decipher.decrypt.exit-when-warm=true \
    && rm -rf /tmp/*

ENV DECIPHER_DATA_DIR=/data \
    SERVER_ADDRESS=0.0.0.0
VOLUME /data
EXPOSE 8080
USER 10001:10001
# PyTorch's memory is beside the heap, so the heap gets half of the container's. An -Xmx in
# JAVA_TOOL_OPTIONS overrides it. The serial collector leaves a fifth more time to requests than G1
# and begins with a small heap. Profiles from the archive are left out: with them the JIT took twice
# as long to compile what requests need.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xms48m", "-XX:AOTCache=decipher.aot", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining", "-XX:MaxRAMPercentage=50", "-jar", "decipher.jar"]
STOPSIGNAL SIGTERM
# Ready is when the default model answers, which a first start trains before.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200'* ]]"]
