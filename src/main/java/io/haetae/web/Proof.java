package io.haetae.web;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/**
 * What a request brings to prove who calls.
 *
 * @see HaetaeMechanism
 */
final class Proof extends BaseAuthenticationRequest {

    enum Kind {
        SESSION,
        TOKEN,
        PASSWORD
    }

    private final Kind kind;
    private final String name;
    private final String secret;
    private final String address;

    Proof(Kind kind, String name, String secret, String address) {
        this.kind = kind;
        this.name = name;
        this.secret = secret;
        this.address = address;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String secret() {
        return secret;
    }

    String address() {
        return address;
    }
}
