package io.haetae.kernel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A file in a request; its content in Base64. */
public record PostedFile(
        @NotBlank @Size(max = 200) String name,
        @NotBlank String content,
        @Nullable @Size(max = 2_000) String note) {

    /** The content as it is. */
    public byte[] bytes() {
        return TakenFile.decode(content);
    }

    /** The name of a file that a form sent; empty when none was chosen. */
    public static String name(@Nullable FileUpload sent) {
        return sent == null ? "" : sent.fileName();
    }

    /** The content of a file that a form sent; empty when none was chosen. */
    public static byte[] content(@Nullable FileUpload sent) {
        if (sent == null) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(sent.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
