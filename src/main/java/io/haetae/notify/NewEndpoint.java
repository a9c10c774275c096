package io.haetae.notify;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where an institution wants to take messages by machine.
 *
 * @param institution code of the institution
 * @param channel {@code WEBHOOK} or {@code RELAY}
 * @param name what people call it
 * @param address the URL of a webhook; the name of a relay's folder
 * @param secret what its messages are signed with; made here when left out
 */
public record NewEndpoint(
        @NotBlank @Size(max = 40) String institution,
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 500) String address,
        @Nullable @Size(min = 32, max = 200) String secret) {

    /** Without the secret: safe for the log. */
    @Override
    public String toString() {
        return channel + " endpoint " + name + " of " + institution;
    }
}
