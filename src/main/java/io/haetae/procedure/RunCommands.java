package io.haetae.procedure;

import io.haetae.kernel.TakenFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people ask of a run as a whole. */
final class RunCommands {

    private RunCommands() {}

    /** Begins a run. */
    record NewRun(
            @NotBlank @Size(max = 100) String manual,
            @NotNull @Valid SubjectRef subject) {}

    /** What it is about. */
    record SubjectRef(
            @NotBlank @Size(max = 40) String kind,
            @NotBlank @Size(max = 60) String id) {}

    /** Puts it in somebody's hands; a note is needed unless it is one's own. */
    record HandOver(
            @NotBlank @Size(max = 80) String person,
            @Nullable @Size(max = 2_000) String note) {}

    /** Hands one's part in an approval to another. */
    record Delegation(
            @NotBlank @Size(max = 80) String to,
            @NotBlank @Size(max = 2_000) String reason) {}

    /**
     * Moves it to another version of its manual.
     *
     * @param version the one in force, as the person saw it
     */
    record NewVersion(
            @NotBlank @Size(max = 20) String version,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** Ends it before its end. */
    record Cancellation(@NotBlank @Size(max = 2_000) String reason) {}

    /** A file of evidence; its content in Base64. */
    record Evidence(
            @NotBlank @Size(max = 200) String name,
            @NotBlank String content) {

        /** The content as it is. */
        byte[] bytes() {
            return TakenFile.decode(content);
        }
    }
}
