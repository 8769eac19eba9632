# The words of the domain's enums: word-<enum>-<word>
