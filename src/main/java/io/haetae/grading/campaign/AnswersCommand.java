package io.haetae.grading.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers for many systems at once.
 *
 * @param answers one per system
 */
public record AnswersCommand(@NotEmpty @Size(max = 500) List<@NotNull @Valid Answer> answers) {

    public AnswersCommand {
        answers = List.copyOf(Objects.requireNonNullElse(answers, List.of()));
    }

    /**
     * The answer for one system.
     *
     * @param facts by name; those given last when left out
     * @param evidence where a fact is from; what was said last when left out
     */
    public record Answer(
            @NotBlank @Size(max = 40) String system,
            @Nullable @Size(max = 50) Map<@Size(max = 100) String, @Nullable Object> facts,
            @Nullable @Size(max = 50) Map<@Size(max = 100) String, @Size(max = 1000) String> evidence) {}
}
