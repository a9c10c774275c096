package io.haetae.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** An OpenID provider that asks nobody for a password: everybody is the person it was told to prove. */
final class IdentityProvider implements AutoCloseable {

    private final HttpServer server;
    private final KeyPair key;
    private volatile String person = "";

    private IdentityProvider(HttpServer server, KeyPair key) {
        this.server = server;
        this.key = key;
    }

    static IdentityProvider start() throws IOException, GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        IdentityProvider provider = new IdentityProvider(server, keys.generateKeyPair());
        server.createContext("/.well-known/openid-configuration", provider::configuration);
        server.createContext("/keys", provider::keys);
        server.createContext("/authorize", provider::authorize);
        server.createContext("/token", provider::token);
        server.start();
        return provider;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom it proves from now on. */
    void proves(String username) {
        person = username;
    }

    /** A token that proves somebody to a program. */
    String tokenOf(String username) {
        Instant now = Instant.now();
        String claims = """
                {"iss": "%s", "sub": "1", "aud": "haetae", "azp": "haetae", "preferred_username": "%s", "upn": "%s", "iat": %d, "exp": %d}""".formatted(issuer(), username, username, now.getEpochSecond(), now.getEpochSecond() + 600);
        String content = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}") + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token"}""".formatted(issuer()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        answer(
                exchange,
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                        .formatted(encode(unsigned(open.getModulus())), encode(unsigned(open.getPublicExponent()))));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=proof&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String token = tokenOf(person);
        answer(
                exchange,
                "{\"access_token\":\"%s\",\"id_token\":\"%1$s\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                        .formatted(token));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
