interface ChoiceProps<T extends string> {
  /** Of the group in its form. */
  name: string;
  /** What is chosen, for a screen reader. */
  label: string;
  values: readonly T[];
  chosen: T;
  /** What each is called, and in which language where it is not the interface's. */
  texts: Readonly<Record<T, string>>;
  langOf?: (value: T) => string | undefined;
  onChoose: (value: T) => void;
}

/** One of a few. */
export const Choice = <T extends string>(props: ChoiceProps<T>) => {
  const { name, label, values, chosen, texts, langOf, onChoose } = props;
  return (
    <fieldset class="choice">
      <legend class="for-screen-readers">{label}</legend>
      {values.map((value) => (
        <label>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span lang={langOf?.(value)}>{texts[value]}</span>
        </label>
      ))}
    </fieldset>
  );
};
