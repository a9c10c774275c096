package io.haetae.notify;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A way to reach the acting person. It counts once the code that is sent there has been entered.
 *
 * @param channel {@code MAIL}, {@code SMS} or {@code VOICE}
 * @param address a mail address or a telephone number
 */
public record NewContact(
        @NotNull Channel channel, @NotBlank @Size(max = 200) String address) {

    /** Without the address, which is personal data: safe for the log. */
    @Override
    public String toString() {
        return channel + " contact";
    }
}
