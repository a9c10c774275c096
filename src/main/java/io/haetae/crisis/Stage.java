package io.haetae.crisis;

/** 위기경보 단계 (재난안전법 제38조), mildest first. */
public enum Stage {
    /** None stands; a decision for it lifts. */
    NONE,
    /** 관심, blue. */
    ATTENTION,
    /** 주의, yellow. */
    CAUTION,
    /** 경계, orange. */
    ALERT,
    /** 심각, red. */
    SERIOUS;

    /** Whether going from one to the other touches 심각, which needs consultation. */
    static boolean touchesSerious(Stage from, Stage to) {
        return from != to && (from == SERIOUS || to == SERIOUS);
    }
}
