package io.haetae.kernel;

/**
 * Why a file is refused.
 *
 * @param file its path in its folder
 * @param line from 1
 * @param column from 1
 * @param reason in English, for the person who wrote the file
 */
public record YamlProblem(String file, int line, int column, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + reason;
    }
}
