package io.haetae.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses a form may send the browser on to: pages of this service only. */
final class LocalPath {

    private static final URI HOME = URI.create("/");

    private LocalPath() {}

    /** The address when it is a page of ours, the board otherwise. */
    static URI orHome(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//") || address.contains("\\")) {
            return HOME;
        }
        try {
            URI uri = new URI(address);
            return uri.getHost() == null && uri.getScheme() == null ? uri : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
