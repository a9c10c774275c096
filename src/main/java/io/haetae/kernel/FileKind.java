package io.haetae.kernel;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of files that are taken as evidence, told by the end of the name; what a sender says of the type is not used. */
enum FileKind {
    PDF("application/pdf", "25504446"),
    PNG("image/png", "89504e47"),
    JPG("image/jpeg", "ffd8ff"),
    JPEG("image/jpeg", "ffd8ff"),
    TXT("text/plain", ""),
    LOG("text/plain", ""),
    CSV("text/csv", ""),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "504b0304"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "504b0304"),
    HWP("application/x-hwp", "d0cf11e0"),
    HWPX("application/hwp+zip", "504b0304"),
    EML("message/rfc822", "");

    private final String contentType;
    private final String beginning;

    FileKind(String contentType, String beginning) {
        this.contentType = contentType;
        this.beginning = beginning;
    }

    String contentType() {
        return contentType;
    }

    /** Whether the content begins as files of this kind do. */
    boolean fits(byte[] content) {
        byte[] first = Arrays.copyOf(content, Math.min(content.length, beginning.length() / 2));
        return HexFormat.of().formatHex(first).equals(beginning);
    }

    static Optional<FileKind> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> lower.endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
