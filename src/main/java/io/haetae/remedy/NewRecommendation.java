package io.haetae.remedy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to become better.
 *
 * @param basis a recommendation after a review or a survey, to merge or abolish, or a measure of one's own
 * @param institution to whom it is addressed
 * @param subject what it came from; nothing when left out
 * @param receivedOn the day the institution received it, from which its time for the plan runs; today when left out
 * @param wanted needed by a recommendation to merge or abolish, and by no other; its subject is the system
 * @param plan needed by a measure of one's own, and by nothing else
 * @param exercise 훈련
 */
public record NewRecommendation(
        @NotNull Basis basis,
        @NotBlank @Size(max = 40) String institution,
        @Nullable @Valid Subject subject,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String text,
        @Nullable LocalDate receivedOn,
        @Nullable @Valid MergeOrAbolish wanted,
        @Nullable @Valid ActionPlan plan,
        @Nullable Boolean exercise) {

    /** Of what kind it is. */
    public enum SubjectKind {
        /** 장애사후관리. */
        REVIEW,
        INCIDENT,
        /** 현황조사·점검 (시행령 제70조의4). */
        SURVEY,
        INSPECTION,
        DRILL,
        /** 정보시스템, by its code. */
        SYSTEM
    }

    /** What a recommendation came from. */
    public record Subject(
            @NotNull SubjectKind kind,
            @NotBlank @Size(max = 100) String id) {}
}
