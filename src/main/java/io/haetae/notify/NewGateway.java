package io.haetae.notify;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP interface that sends text messages or makes calls.
 *
 * @param channel {@code SMS} or {@code VOICE}
 * @param name what people call it
 * @param rank order in which gateways of a channel are tried, 1 first; 1 when left out
 * @param url where messages are posted to
 * @param form whether the body is a form instead of JSON
 * @param body what is posted, with {@code {to}}, {@code {text}}, {@code {id}} and {@code {secret}} in it
 * @param header value of the Authorization header, such as {@code Bearer {secret}}, or nothing
 * @param secret what the gateway knows us by, or null; kept sealed, never shown again
 * @param dependsOn names of the systems it depends on, such as a telephone exchange
 * @param replyFrom where the sender stands in what it posts back: a field, or a path such as {@code message.sender};
 *     {@code from} when left out
 * @param replyText where the text or the key pressed stands; {@code text} when left out
 */
public record NewGateway(
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) String name,
        @Nullable @Min(1) @Max(99) Integer rank,
        @NotBlank @Size(max = 500) String url,
        @Nullable Boolean form,
        @NotBlank @Size(max = 4_000) String body,
        @Nullable @Size(max = 500) String header,
        @Nullable @Size(max = 500) String secret,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 100) String> dependsOn,
        @Nullable @Pattern(regexp = PATH) String replyFrom,
        @Nullable @Pattern(regexp = PATH) String replyText) {

    private static final String PATH = "[\\p{L}\\p{N}_-]{1,40}(\\.[\\p{L}\\p{N}_-]{1,40}){0,5}";

    /** Without the secret: safe for the log. */
    @Override
    public String toString() {
        return channel + " gateway " + name;
    }
}
