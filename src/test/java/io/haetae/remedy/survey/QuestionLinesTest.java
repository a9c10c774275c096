package io.haetae.remedy.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionLinesTest {

    @Test
    void a_form_without_questions_begins_with_eight_lines() {
        Form form = Form.blank();
        assertThat(QuestionLines.of(form).into(form)).isEqualTo(8);
        assertThat(form.value("questions.7.kind")).isEqualTo("TEXT");
    }

    @Test
    void lines_are_added_moved_and_taken_out_with_their_kinds() {
        Form form = form("a", "b", "c").put("questions.1.kind", "NUMBER");
        assertThat(edited(form, "up-1")).containsExactly("b", "a", "c");
        assertThat(form.value("questions.0.kind")).isEqualTo("NUMBER");
        assertThat(edited(form, "down-1")).containsExactly("b", "c", "a");
        assertThat(edited(form, "remove-1")).containsExactly("b", "a");
        assertThat(edited(form, "add")).containsExactly("b", "a", "", "", "", "", "");
        assertThat(edited(form, "up-0")).startsWith("b", "a");
        assertThat(edited(form, "down-6")).startsWith("b", "a");
        assertThat(edited(form, "remove-99")).hasSize(7);
        assertThat(edited(form, "up-")).hasSize(7);
    }

    @Test
    void what_is_pasted_becomes_a_question_a_line_as_far_as_there_is_room() {
        Form form = form("a", "").put("pasted", "b\r\n\n  c \n");
        assertThat(edited(form, "add")).containsExactly("a", "b", "c");
        assertThat(form.value("pasted")).isEmpty();

        String many = IntStream.rangeClosed(1, 198).mapToObj(i -> "q" + i).collect(Collectors.joining("\n"));
        form.put("pasted", many);
        assertThat(edited(form, "add")).hasSize(200).endsWith("q197");
        assertThat(form.value("pasted")).isEqualTo("q198");
        assertThat(edited(form, "add")).hasSize(200);
    }

    @Test
    void blank_lines_are_left_out_and_the_others_numbered_anew() {
        Form form = form("", "a", " ", "b").put("pasted", "c").put("questions.3.kind", "YES_NO");
        QuestionLines asked = QuestionLines.of(form).asked(form);
        asked.into(form);
        assertThat(asked.questions(form))
                .containsExactly(
                        new SurveyCommand.Question("a", QuestionKind.TEXT),
                        new SurveyCommand.Question("b", QuestionKind.YES_NO),
                        new SurveyCommand.Question("c", QuestionKind.TEXT));
        assertThat(texts(form)).containsExactly("a", "b", "c");
    }

    private static Form form(String... texts) {
        Form form = Form.blank();
        for (int i = 0; i < texts.length; i++) {
            form.put("questions." + i + ".text", texts[i]).put("questions." + i + ".kind", "TEXT");
        }
        return form;
    }

    private static List<String> edited(Form form, String edit) {
        QuestionLines.of(form).edited(form, edit).into(form);
        return texts(form);
    }

    private static List<String> texts(Form form) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; form.names().contains("questions." + i + ".text"); i++) {
            texts.add(form.value("questions." + i + ".text"));
        }
        return texts;
    }
}
