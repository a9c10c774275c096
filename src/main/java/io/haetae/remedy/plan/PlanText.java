package io.haetae.remedy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.FieldError;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a plan: the five heads of the law (전자정부법 제56조의2), with what it has to say of the facilities that
 * the systems stand in apart from the systems themselves.
 *
 * @param goals 장애관리의 목표
 * @param importance 중요도별 관리 기준: how systems are managed by their importance
 * @param prevention 구축·유지관리: what keeps failures away while systems are built and maintained
 * @param power 운영시설, 전원: power, batteries, generators
 * @param cooling 운영시설, 냉방·공조: cooling, fire protection, rooms
 * @param response 신속한 전파, 복구, 재발방지
 * @param other 그 밖에 필요한 사항; may be left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanText(
        @Nullable @Size(max = 20_000) String goals,
        @Nullable @Size(max = 20_000) String importance,
        @Nullable @Size(max = 20_000) String prevention,
        @Nullable @Size(max = 20_000) String power,
        @Nullable @Size(max = 20_000) String cooling,
        @Nullable @Size(max = 20_000) String response,
        @Nullable @Size(max = 20_000) String other) {

    /** A plan of which nothing is written. */
    public static final PlanText NONE = new PlanText(null, null, null, null, null, null, null);

    /**
     * One section.
     *
     * @param name its field
     */
    public record Part(String name, @Nullable String text, boolean required) {}

    /** The sections in the order in which they are read. */
    public List<Part> parts() {
        return List.of(
                new Part("goals", goals, true),
                new Part("importance", importance, true),
                new Part("prevention", prevention, true),
                new Part("power", power, true),
                new Part("cooling", cooling, true),
                new Part("response", response, true),
                new Part("other", other, false));
    }

    /** What has to be written before it can be handed in, by field. */
    List<FieldError> missing() {
        return parts().stream()
                .filter(part ->
                        part.required() && (part.text() == null || part.text().isBlank()))
                .map(part -> FieldError.of("/" + part.name(), "required"))
                .toList();
    }
}
