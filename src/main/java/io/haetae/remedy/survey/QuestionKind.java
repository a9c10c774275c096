package io.haetae.remedy.survey;

import java.math.BigDecimal;

/** What kind of answer a question takes. */
public enum QuestionKind {
    /** Anything that is written. */
    TEXT {
        @Override
        boolean takes(String answer) {
            return true;
        }
    },
    /** {@code YES} or {@code NO}. */
    YES_NO {
        @Override
        boolean takes(String answer) {
            return answer.equals("YES") || answer.equals("NO");
        }
    },
    /** A number. */
    NUMBER {
        @Override
        boolean takes(String answer) {
            try {
                return new BigDecimal(answer.replace(",", "")).precision() <= 30;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    };

    /** Whether that is such an answer. */
    abstract boolean takes(String answer);
}
