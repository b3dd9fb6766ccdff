// Bears the id of a form that makes something: sent again, it makes nothing again.
export const FormId = ({ id }: { id: string }) => <input type="hidden" name="form" value={id} />;
